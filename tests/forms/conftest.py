from hypothesis import settings

# A shared machine is slow at times; how fast things are is measured where it matters.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")
