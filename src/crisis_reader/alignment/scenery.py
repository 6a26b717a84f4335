"""Scenery: concepts that say who, where or when, not what happened."""

from crisis_reader.text.concepts import ConceptTable

# Topics of concepts that say who, where or when, not what; places are a story's own.
_SCENERY = frozenset({"offices", "institutions", "places", "countries", "time"})
PLACES = frozenset({"places", "countries"})
# Bodies of any state, under topics that also tell what they do.
_BODIES = (
    "court supreme_court constitutional_court electoral_court appeal_court judge judiciary lawyer "
    "police national_police riot_police security_forces police_station government governmental "
    "executive authority state_apparatus public_sector republic national federal municipal "
    "province region military armed_forces army navy air_force soldier general_rank colonel "
    "commander democratic parliament congress senate upper_house lower_house"
)
_STATE = frozenset(_BODIES.split())
_CALENDAR = (
    "monday tuesday wednesday thursday friday saturday sunday january february march_month april "
    "may_month june july august september october november december"
)
CALENDAR = frozenset(_CALENDAR.split())


def is_scenery(concept: str, table: ConceptTable) -> bool:
    """Whether a concept of a table only says who, where or when."""
    return concept in _STATE or table.topic(concept) in _SCENERY
