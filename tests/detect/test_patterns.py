"""Numbers and addresses with a shape: the valid, the near miss, the look-alike."""

import pytest
from stdnum.fr import nir

from redactor.detect import patterns
from redactor.detect.document import detect
from redactor.detect.numbers import banks, nirs
from redactor.detect.phones import phones
from redactor.detect.pipeline import Detector
from redactor.law.categories import Category, Trait
from redactor.text.flow import Flow


def found(text: str) -> list[tuple[str, str]]:
    return [(text[f.start : f.end], str(f.category)) for f in patterns.find(text)]


def of(text: str, category: Category) -> set[str]:
    return {text[f.start : f.end] for f in patterns.find(text) if f.category is category}


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("écrire à anne.kerven@exemple.fr.", "anne.kerven@exemple.fr"),
        ("<a.kerven+dossier@sous.exemple.gouv.fr>", "a.kerven+dossier@sous.exemple.gouv.fr"),
        ("anne. kerven@exemple .fr", "anne. kerven@exemple .fr"),
        ("anne.kerven [at] exemple.fr", "anne.kerven [at] exemple.fr"),
        ("mél:rémi.noël@exemple.fr", "rémi.noël@exemple.fr"),
    ],
)
def test_email(text: str, address: str) -> None:
    assert of(text, Category.EMAIL) == {address}


@pytest.mark.parametrize(
    "text", ["@compte sur un réseau", "10 @ 5 euros", "xxxxx@xxxxxx.xx", "l'adresse @exemple.fr"]
)
def test_no_email(text: str) -> None:
    assert not of(text, Category.EMAIL)


@pytest.mark.parametrize(
    "address",
    [
        "contact@exemple.fr",
        "service.juridique@exemple.fr",
        "prada@exemple.fr",
        "mairie-de-x@exemple.fr",
        "ne-pas-repondre@exemple.fr",
    ],
)
def test_functional(address: str) -> None:
    assert patterns.is_functional(address)


@pytest.mark.parametrize(
    "address",
    [
        "anne.kerven@exemple.fr",
        "a.contactot@exemple.fr",
        "jserviceau@exemple.fr",
        "p.info-marin@exemple.fr",
    ],
)
def test_not_functional(address: str) -> None:
    assert not patterns.is_functional(address)


@pytest.mark.parametrize(
    "number",
    [
        "02 98 76 52 00", "0298765200", "02.98.76.52.00", "02-98-76-52-00", "+33 2 98 76 52 00",
        "+33 (0)2 98 76 52 00", "0033298765200", "06 12 34 56 78", "0262 90 12 34", "0692 12 34 56",
        "0590 90 12 34", "+590 690 12 34 56", "0596 60 12 34", "0594 30 12 34", "0269 61 12 34",
        "0 2 9 8 7 6 5 2 0 0", "+32 2 555 12 12",
    ],
)  # fmt: skip
def test_phone(number: str) -> None:
    assert of(f"Tél. : {number} (bureau)", Category.PHONE) == {number}


@pytest.mark.parametrize(
    "text",
    [
        "avis n° 20245799 du 4 mai",
        "SIRET 130 025 265 00013",
        "le 02/03/2024",
        "12 450,00 €",
        "article 0298765200123456",
        "réf. 2023-118",
        "rue Foch\t\t01/08\n31/07 11h45\tAB-913-ZT",
    ],
)
def test_no_phone(text: str) -> None:
    assert not of(text, Category.PHONE)


def test_a_phone_that_cannot_be_dialled_is_a_near_miss() -> None:
    near = [f for f in phones("Tél. : 02 98 76 52") if f.category is Category.PHONE]
    assert [f.confidence < 0.7 for f in near] in ([], [True])


def _nir(body: str) -> str:
    number: str = body + nir.calc_check_digits(body)
    assert nir.is_valid(number)
    return number


def test_nir_with_its_key() -> None:
    number = _nir("2850729123456")
    assert of(f"NIR : {number}", Category.NIR) == {number}
    parts = (
        number[0],
        number[1:3],
        number[3:5],
        number[5:7],
        number[7:10],
        number[10:13],
        number[13:],
    )
    spaced = " ".join(parts)
    assert of(f"n° {spaced}.", Category.NIR) == {spaced}


def test_nir_of_corsica() -> None:
    number = _nir("185072A123456")
    assert of(f"sécurité sociale {number}", Category.NIR) == {number}


def test_nir_with_a_wrong_key_is_less_sure() -> None:
    number = _nir("2850729123456")
    wrong = number[:-2] + f"{(int(number[-2:]) % 97) + 1:02d}"
    (good,) = nirs(number)
    (bad,) = nirs(wrong)
    assert bad.confidence < good.confidence
    assert bad.category is Category.NIR


def test_an_o_read_for_a_zero() -> None:
    number = _nir("2850729103456")
    assert "0" in number[3:]
    ocr = number[:7] + number[7:].replace("0", "O", 1)
    (near,) = nirs(ocr)
    assert near.confidence < 0.99


def test_iban() -> None:
    assert of("IBAN : FR14 2004 1010 0505 0001 3M02 606 - BIC PSSTFRPPXXX", Category.IBAN) == {
        "FR14 2004 1010 0505 0001 3M02 606",
    }
    (wrong, *_) = banks("FR15 2004 1010 0505 0001 3M02 606")
    assert wrong.confidence < 0.9


def test_rib() -> None:
    assert of("20041 01005 0500013M026 06", Category.IBAN) == {"20041 01005 0500013M026 06"}


def test_companies_are_named_as_such() -> None:
    assert of("SIRET : 130 025 265 00013", Category.COMPANY_ID) == {"130 025 265 00013"}
    assert not of("SIRET : 130 025 265 00013", Category.BANK_CARD)


@pytest.mark.parametrize("plate", ["AB-123-CD", "AB 123 CD"])
def test_plate(plate: str) -> None:
    assert of(f"véhicule immatriculé {plate}", Category.LICENCE_PLATE) == {plate}


def test_old_plate_needs_its_cue() -> None:
    assert of("voiture immatriculée 1234 XY 29", Category.LICENCE_PLATE) == {"1234 XY 29"}
    assert not of("parcelle 1234 XY 29", Category.LICENCE_PLATE)


@pytest.mark.parametrize(
    "text",
    [
        "article AB-12",
        "NF-123-XYZ",
        "ISO 9001",
        "plaque lue 06:58:12 CAM-07",
        "218 417 P",
        "véhicule de 150 ch et de 120 km",
        "Immatriculation : AA-000-AA (format AA-123-AA)",
    ],
)
def test_no_plate(text: str) -> None:
    assert not of(text, Category.LICENCE_PLATE)


def test_ip_addresses_and_versions() -> None:
    assert of("depuis 192.168.12.40 vers 2001:db8::8a2e:370:7334", Category.IP_ADDRESS) == {
        "192.168.12.40",
        "2001:db8::8a2e:370:7334",
    }
    assert not of("version 10.12.3.4, article 1.2.3.4", Category.IP_ADDRESS)


def test_a_toll_free_number_is_functional() -> None:
    (number,) = [f for f in phones("Numéro vert : 0 800 12 34 56") if f.category is Category.PHONE]
    assert Trait.FUNCTIONAL in number.traits


@pytest.mark.parametrize(
    "text", ["06 39 98 12 34", "06.39.98.12.34", "+33 6 39 98 12 34", "0033 6 39 98 12 34"]
)
def test_a_number_that_nobody_was_given_is_a_telephone_number_by_its_pairs(text: str) -> None:
    import phonenumbers

    assert not phonenumbers.is_valid_number(phonenumbers.parse(text, "FR"))
    assert of(f"Joint au {text} ce jour", Category.PHONE) == {text}


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("liste des véhicules :\n- Moana : 218 417 P\n", "218 417 P"),
        ("une Hilux, plaque 412 345 NC", "412 345 NC"),
        ("VÉH : Pick-up ER-822-2A", "ER-822-2A"),
        ("Sa voiture c'est une BM noire ff 117 kd il se gare", "ff 117 kd"),
        ("Peugeot 208 blanche, FB-6O2-KT", "FB-6O2-KT"),
    ],
)
def test_plate_near_a_vehicle(text: str, plate: str) -> None:
    assert of(text, Category.LICENCE_PLATE) == {plate}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("au 06 - 51 - 20 - 77 - 43 ou", "06 - 51 - 20 - 77 - 43"),
        ("04 75 42 ,18 63 (le matin)", "04 75 42 ,18 63"),
        ("envoi SMS au 33644019827", "33644019827"),
        ("mon numéro 33 6 44 01 98 27.", "33 6 44 01 98 27"),
    ],
)
def test_phone_badly_punctuated(text: str, number: str) -> None:
    assert of(text, Category.PHONE) == {number}


@pytest.mark.parametrize("text", ["départements 01, 02, 03, 04, 05, 06", "dossier 33644019827"])
def test_numbers_that_are_no_phone(text: str) -> None:
    assert not of(text, Category.PHONE)


@pytest.mark.parametrize(
    "address",
    [
        "h . kerlann @ metro-rh . example . f r",
        "k e r l a n n @ f r e e . f r",
        "m.kerlann@exemple,fr",
        "maud.kerlann (arobase) exemple.fr",
    ],
)
def test_email_with_letters_apart_or_misread(address: str) -> None:
    assert of(f"écrire à : {address}", Category.EMAIL) == {address}


def test_key_of_a_connection_is_no_email() -> None:
    assert not of("SENTRY_DSN=https://5c1e9f2b7a@sentry.exemple.fr/14", Category.EMAIL)


def test_iban_read_with_letters_for_digits() -> None:
    number = "FR76 l68O 60O4 2166 0012 3417 O91"
    assert of(f"Viré, lBAN {number}\nCONGES", Category.IBAN) == {number}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Son épouse Francine (06 11 82 30 47) a été", "06 11 82 30 47"),  # « -ine », no « INE »
        ("anne@poste.example / 06.12.88.40.31\nBruno", "06.12.88.40.31"),
        ("la joindre au 02 41 67 -- 30 92.", "02 41 67 -- 30 92"),
        ("N° SS : 2 33 07 66 l64 0l8 22\nFils", "2 33 07 66 l64 0l8 22"),
        ("une remorque BN-994-XX.", "BN-994-XX"),
        ("la wx-418-qs sans assurance", "wx-418-qs"),
        ("une camionnette étrangère (B-TR 4409) la nuit", "B-TR 4409"),
        ("le véhicuIe 7I4 HS 23 appartenant", "7I4 HS 23"),
        ("nous vous rappelons notre numéro 0231004815.", "0231004815"),
    ],
)
def test_a_number_beside_what_looks_like_another(detector: Detector, text: str, value: str) -> None:
    kinds = (Category.PHONE, Category.NIR, Category.LICENCE_PLATE, Category.SECRET)
    found = [m.text for m in detect([Flow("p", text)], detector) if m.category in kinds]
    assert found == [value]
