"""Secrets in code and tokens in URLs; code that holds none."""

import pytest

from redactor.detect.merge import merge
from redactor.detect.secrets import secrets, urls
from redactor.law.categories import Category


def covered(text: str) -> set[str]:
    return {text[f.start : f.end] for f in merge(secrets(text)) if f.category is Category.SECRET}


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ('password = "test"', "test"),
        ("DB_PASSWORD=Tr3s!secret", "Tr3s!secret"),
        ('  "api_key": "abcd1234efgh",', "abcd1234efgh"),
        ("mot_de_passe: 'azerty'", "azerty"),
        ("$mdp = 'S0leil29';", "S0leil29"),
        ("<password>hunter2</password>", "hunter2"),
        ("postgresql://appli:m0tdepasse@bdd.exemple.fr:5432/rh", "appli:m0tdepasse"),
        ("Authorization: Bearer abcDEF123456ghiJKL", "abcDEF123456ghiJKL"),
        ("aws = AKIAABCDEFGHIJKLMNOP", "AKIAABCDEFGHIJKLMNOP"),
        ("mysql -u root -pS3cret! rh", "S3cret!"),
        ("CREATE USER a IDENTIFIED BY 'Motus2024';", "Motus2024"),
        ('conn.setPassword("k3rl4nn");', "k3rl4nn"),
        ("spring.datasource.password=k3rl4nn", "k3rl4nn"),
    ],
)
def test_secret(text: str, secret: str) -> None:
    assert covered(text) == {secret}


def test_private_key() -> None:
    key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nAbCd\n-----END RSA PRIVATE KEY-----"
    assert covered(f"clé :\n{key}\nfin") == {key}


@pytest.mark.parametrize(
    "text",
    [
        'password = os.environ["DB_PASSWORD"]',
        "password = get_password(user)",
        "def login(user: str, password: str) -> None:",
        "token = self.tokens[index]",
        "DB_PASSWORD=${DB_PASSWORD}",
        "Le mot de passe : obligatoire",
        "votre adresse et le mot de passe que vous choisirez",
        "password: <your password>",
        "if password is None:",
        "les documents -publics -prives",
    ],
)
def test_no_secret(text: str) -> None:
    assert not covered(text)


def tokens(text: str) -> set[str]:
    return {text[f.start : f.end] for f in urls(text)}


def test_a_rewritten_link_goes_whole() -> None:
    link = "https://cas5-0-urlprotect.exemple.com:443/wis/clicktime/v1/query?url=https%3a%2f%2fexemple.fr&umid=d16f35ae&auth=180e5662a1233c"
    assert tokens(f"voir ({link}), merci") == {link}


def test_a_token_goes_alone() -> None:
    assert tokens("https://exemple.fr/dossier?id=4512&token=9f8a7c6e5d4b3a2918f7") == {
        "9f8a7c6e5d4b3a2918f7"
    }


def test_a_link_that_carries_an_address() -> None:
    link = "https://exemple.fr/desinscription?mail=anne.kerven%40exemple.fr"
    assert tokens(link) == {link}


@pytest.mark.parametrize(
    "text",
    [
        "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031366350",
        "https://exemple.fr/actualites/conseil-municipal-du-12-juin",
        "https://exemple.fr/?page=2&tri=date",
    ],
)
def test_no_token(text: str) -> None:
    assert not tokens(text)


def test_the_line_after_a_link_in_a_configuration_is_no_end_of_it() -> None:
    text = "APP_URL=https://guichet.exemple.fr\nDB_HOST=base\nDB_PASSWORD=Ajonc!1683\n"
    assert [text[f.start : f.end] for f in secrets(text)] == ["Ajonc!1683"]
