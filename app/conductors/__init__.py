"""One small conductor per screen: it catches what can go wrong and says what is shown."""
