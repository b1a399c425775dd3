"""Whose data it is: the requester's own stay theirs, a contact follows its bearer."""

from redactor.detect.document import Context, detect
from redactor.detect.pipeline import Detector
from redactor.law.categories import Category, Role, Trait
from redactor.text.flow import Flow

LETTER = (
    "Madame Yolande Brucamont habite 12 rue des Lilas, 75011 Paris. Tél. 06 12 34 56 78.",
    "Son voisin, M. Gaspard Tilleux, habite 14 rue des Lilas, 75011 Paris.",
)


def _own(detector: Detector, context: Context) -> dict[str, tuple[Role, bool]]:
    flows = [Flow(f"p{n}", text, page=1) for n, text in enumerate(LETTER)]
    found = detect(flows, detector, context)
    return {
        m.text: (m.role, Trait.INTERESTED in m.traits)
        for m in found
        if m.category in (Category.ADDRESS, Category.PHONE)
    }


def test_without_a_requester_nothing_is_anyones_own(detector: Detector) -> None:
    own = _own(detector, Context())
    assert len(own) == 3
    assert not any(role is Role.DEMANDEUR or mine for role, mine in own.values())


def test_the_requesters_address_and_number_are_theirs(detector: Detector) -> None:
    own = _own(detector, Context(requesters=("Yolande Brucamont",)))
    assert own["12 rue des Lilas, 75011 Paris"][0] is Role.DEMANDEUR
    assert own["06 12 34 56 78"][0] is Role.DEMANDEUR
    assert own["14 rue des Lilas, 75011 Paris"][0] is not Role.DEMANDEUR


def test_the_interested_persons_data_are_marked(detector: Detector) -> None:
    own = _own(detector, Context(interested=("Yolande Brucamont",)))
    assert own["12 rue des Lilas, 75011 Paris"][1]
    assert own["06 12 34 56 78"][1]
    assert not own["14 rue des Lilas, 75011 Paris"][1]


def test_a_signature_block_goes_on_over_the_page(detector: Detector) -> None:
    flows = [
        Flow("p1", "Affaire suivie par : Hélène Kerdoncuff", page=1),
        Flow("p2", "Tél. 02 98 76 54 32", page=2),
        Flow("p3", "Tél. 02 98 11 22 33", page=7),
    ]
    found = {m.text: m.role for m in detect(flows, detector) if m.category is Category.PHONE}
    assert found["02 98 76 54 32"] is Role.AGENT
    assert found["02 98 11 22 33"] is not Role.AGENT
