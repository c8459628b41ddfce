"""Which days that are asked for may lie ahead; every other day in a form is behind us."""

MAY_LIE_AHEAD = frozenset(
    {
        "after_care.next",
        "attendance.next_date",
        "consent.valid_until",
        "conversation_note.agreement.when",
        "conversation_note.next",
        "coordinated_plan.meeting",
        "coordinated_plan.next",
        "coordinated_plan.participant.next",
        "counselling.next",
        "decision.change_starts",
        "decision.free_choice_by",
        "decision.start",
        "follow_up.next",
        "free_choice.earliest",
        "free_choice.start",
        "goal.date",
        "hearing.due",
        "hearing.new_due",
        "lapse.next",
        "medical.date",
        "notification.next",
        "plan.end",
        "plan.review",
        "plan.start",
        "request.regional_end",
        "screening.examination.date",
        "screening.next",
        "task.date",
    }
)
"""The questions about days to come, by link id."""
