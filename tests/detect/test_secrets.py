"""Secrets in code and tokens in URLs; code that holds none."""

import pytest

from redactor.detect.links import urls
from redactor.detect.merge import merge
from redactor.detect.secret_rules import PHRASES, PLACES
from redactor.detect.secrets import _REACH, secrets
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
        ("requirepass Ajonc1683", "Ajonc1683"),
        ("define('DB_PASS', 'Ajonc1683');", "Ajonc1683"),
        ("MYSQL_PASSWD=Ajonc1683", "Ajonc1683"),
        ('"jdbc:oracle:thin:appli/ajonc#16@//base:1521/RH"', "ajonc#16"),
        ("jdbc:mysql://base/rh?user=appli&password=Ajonc1683&ssl=true", "Ajonc1683"),
        ("dsn = mysql:host=base;user=appli;password=Ajonc1683", "Ajonc1683"),
        ("Le badge est resté au poste ; code : 4471.", "4471"),
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
        "define('DB_PASSIVE', 'oui');",
        "La carte de transport porte le code. Code : 4471.",
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


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("GET /dossier/88120?sso=kT0vR2mXq81LpZ HTTP/1.1", "kT0vR2mXq81LpZ"),
        ("GET /rh/conges?jeton=Zx81kdP02mQ HTTP/1.1", "Zx81kdP02mQ"),
        ("https://exemple.fr/f?ticket=ST-48-kd02mQx", "ST-48-kd02mQx"),
        ("https://exemple.fr/f?id=12&sig=a81f03bc2e", "a81f03bc2e"),
        ("https://chat.exemple.fr/services/T02AB/B9KQ1/xk29Lm0PqRtV", "T02AB/B9KQ1/xk29Lm0PqRtV"),
    ],
)
def test_a_token_by_its_name_or_place(text: str, token: str) -> None:
    assert tokens(text) == {token}


def test_a_link_that_carries_an_address() -> None:
    link = "https://exemple.fr/desinscription?mail=anne.kerven%40exemple.fr"
    assert tokens(link) == {link}


@pytest.mark.parametrize(
    "text",
    [
        "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031366350",
        "https://exemple.fr/actualites/conseil-municipal-du-12-juin",
        "https://exemple.fr/?page=2&tri=date",
        "https://exemple.fr/services/direction-generale/contact",
        "GET /rh/conges?jeton=oui&sso=actif HTTP/1.1",
    ],
)
def test_no_token(text: str) -> None:
    assert not tokens(text)


def test_the_line_after_a_link_in_a_configuration_is_no_end_of_it() -> None:
    text = "APP_URL=https://guichet.exemple.fr\nDB_HOST=base\nDB_PASSWORD=Ajonc!1683\n"
    assert [text[f.start : f.end] for f in secrets(text)] == ["Ajonc!1683"]


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("J'avais mis Ajonc1988 comme mot de passe.", "Ajonc1988"),
        ("mot de passe communiqué par tél. : bruyere51", "bruyere51"),
        ("Mot de passe du fichier (envoyé séparément…) : 971-Ajonc-Lande", "971-Ajonc-Lande"),
        ("le mot de passe de l'ENT est « soleil » tout simplement", "soleil"),
        ("mon mot de passe c'est toujours Ploermel56 depuis 2019", "Ploermel56"),
        ("et que le code de son coffre est le 4471B. Je vous", "4471B"),
        ("pas de réponse à l'interphone, code B2709", "B2709"),
        ("code conf 771204#", "771204#"),
        ("Mon code provisoire ameli (77 14 02 95) n'a", "77 14 02 95"),
        ("Le code de l'alarme du dépôt, 190 47, figurait", "190 47"),
        ("le code de la barriere change lundi : 8031#", "8031#"),
        ("il faut taper le code 7788# pour l'alarme", "7788#"),
        ("question secrète : premier animal ; réponse : Kenavo", "Kenavo"),
        ('$mdp_admin = md5("Steak-Hache-2014");', "Steak-Hache-2014"),
        ("SENTRY_DSN=https://5c1e9f2b7a@sentry.exemple.fr/14", "5c1e9f2b7a"),
        ("passphrase = 'le petit chat est mort'", "le petit chat est mort"),
    ],
)
def test_told_in_a_sentence_or_given_to_a_call(text: str, secret: str) -> None:
    assert covered(text) == {secret}


def test_list_of_the_codes_of_several() -> None:
    text = "les codes de ses collègues : « Isa = soleil83, Dédé = OM1993om, chef = Rosebud%5 »."
    assert covered(text) == {"soleil83", "OM1993om", "Rosebud%5"}


def test_the_codes_below_a_heading() -> None:
    text = "Nouveaux codes :\n\nAnnexe : 8042\nSalle : 19B74\nGymnase : inchangé\nRégie : G-32 D-08"
    assert covered(text) == {"8042", "19B74", "G-32 D-08"}


@pytest.mark.parametrize(
    "text",
    [
        "Codes postaux :\nBrest : 29200\nRennes : 35000",
        "code postal 29200 Brest",
        "le code NAF 8411Z de la commune",
        "Code de l'urbanisme, article R 423-1, parking de 4500 m²",
        "le code de la porte a été changé en 2019 pour 3 500 €",
        "Le code du coffre a été changé le 12 mars 2021",
        "Le mot de passe doit comporter 12 caractères dont un parmi !#$",
        "mot de passe modifié pour usager=U0099127",
        "password = 'le mot de passe est invalide ou absent'",
        "var mdp = form.mot_de_passe.value;",
        "le mot de passe. Voir l'article12 et la circulaire du 3 mars2021",
    ],
)
def test_said_of_codes_and_no_code(text: str) -> None:
    assert not covered(text)


def test_the_end_of_the_reach_is_no_end_of_a_word() -> None:
    start = "mot de passe "
    cut = "delphine.ajonc55@mail"
    filler = "x" * (len(start) - 1 + _REACH - len(start) - len(cut) - 1)
    text = f"{start}{filler} {cut}.example, objet"
    assert covered(text[: text.index(cut) + len(cut)]) == {cut}, "no trap"
    assert covered(text) == set()


def test_words_that_rules_need_are_in_small_letters() -> None:
    needed = {word for rule in (*PHRASES, *PLACES) for word in rule.needs}
    assert needed == {word.lower() for word in needed} != set()
