"""One person with two roles: one entity, each role where it is read, and the difference said."""

from redactor.detect.document import detect
from redactor.detect.entities import link
from redactor.detect.pipeline import Detector
from redactor.law.categories import Category, Role
from redactor.law.mention import Mention
from redactor.law.rows import row_of
from redactor.text.flow import Flow

_LINES = (
    "Mme Solenn Kerlann, adjointe au maire, présente la délibération.",
    "Affaire suivie par Solenn Kerlann, cheffe du bureau des permis.",
    "Solenn Kerlann n'a pas répondu au courrier du 3 mars.",
)


def _people(detector: Detector, *lines: str) -> list[Mention]:
    flows = [Flow(f"p{n}", line) for n, line in enumerate(lines)]
    return [m for m in detect(flows, detector) if m.category is Category.PERSON]


def test_each_mention_keeps_the_role_that_is_read_beside_it(detector: Detector) -> None:
    elected, agent, silent = _people(detector, *_LINES)
    assert elected.entity == agent.entity == silent.entity
    assert (elected.role, agent.role) == (Role.ELECTED, Role.AGENT)
    assert silent.role is Role.UNKNOWN
    assert row_of(silent) == "person:private"


def test_every_mention_says_that_the_roles_differ(detector: Detector) -> None:
    clues = [mention.role_clue for mention in _people(detector, *_LINES)]
    assert len(clues) == 3
    assert all(clue.endswith("rôles différents : agent, élu") for clue in clues)


def test_a_role_read_in_another_paragraph_is_not_taken(detector: Detector) -> None:
    lines = (
        "Vu la demande de Mme Solenn Kerlann, née le 4 mai 1980 ;",
        "Solenn Kerlann",
        "Cheffe du bureau des permis",
    )
    alone = _people(detector, *lines[1:])
    assert alone[0].role is Role.AGENT, "the trap: the next paragraph tells a role"
    _, doubtful = _people(detector, *lines)
    assert doubtful.role is Role.UNKNOWN
    assert "rôles différents" in doubtful.role_clue


def test_one_role_says_nothing_of_others(detector: Detector) -> None:
    one, other = _people(detector, _LINES[0], _LINES[2])
    assert "différents" not in one.role_clue + other.role_clue


def test_roles_follow_each_mention_across_documents(detector: Detector) -> None:
    order = [Flow("a", "Affaire suivie par : Hélène KERLOGOT, bureau des aides")]
    request = [
        Flow("b", "Demande d'allocation de Mme Hélène Kerlogot, née le 04/05/1980"),
        Flow("c", "Mme Kerlogot, gestionnaire à la caisse, a répondu."),
    ]
    linked = link({"order": detect(order, detector), "request": detect(request, detector)})
    people = {
        m.span.flow: m for each in linked.values() for m in each if m.category is Category.PERSON
    }
    assert len({m.entity for m in people.values()}) == 1
    roles = {flow: mention.role for flow, mention in people.items()}
    assert roles == {"a": Role.AGENT, "b": Role.PRIVATE, "c": Role.AGENT}
    assert "rôles différents" in people["b"].role_clue
