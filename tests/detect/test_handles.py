"""Names in small letters in file names and links."""

import pytest

from redactor.detect.handles import handles
from redactor.detect.lexicon import Lexicon

LEXICON = Lexicon.load()


def found(text: str) -> list[str]:
    return [text[f.start : f.end] for f in handles(text, LEXICON)]


def test_a_name_in_a_file_and_in_a_link() -> None:
    assert found("Voir dossier_kerlann_solenn_v2.odt.") == ["kerlann_solenn"]
    assert found("kerlann_solenn.pdf") == ["kerlann_solenn"]  # « solenn.pdf » is no name
    assert found("https://intranet.exemple.fr/annuaire/solenn.kerlann") == ["solenn.kerlann"]


@pytest.mark.parametrize(
    "text",
    [
        "rapport_annuel_definitif.pdf",
        "https://www.service-public.fr/particuliers/vos-droits",
        "https://solenn.kerlann.fr/",
    ],
)
def test_nobody(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "login"),
    [
        ("Dernière connexion : s.kerlann le 04/02", "s.kerlann"),
        ("Le ticket de jp.kerdoncuff est clos.", "jp.kerdoncuff"),
        ("solenn.kerlann n'a plus accès.", "solenn.kerlann"),
        ("/home/skerlann/Documents/notes.txt", "skerlann"),
        (r"C:\Users\solenn.kerlann\Bureau\notes.txt", "solenn.kerlann"),
        ("# TODO(solenn): revoir", "solenn"),
        ("Relecture : @skerdoncuff", "skerdoncuff"),
        ("X:/PARTAGE/solenn_kerlann/v3", "solenn_kerlann"),
        ("login ok user=mkerdoncuff ip=192.0.2.7", "mkerdoncuff"),
        ('bind_dn = "uid=mkerdoncuff,ou=agents"', "mkerdoncuff"),
        (" * @author kerdoncuff_m", "kerdoncuff_m"),
        ('192.0.2.7 - m.kerdoncuff [14/Oct/2022:08:11:02 +0200] "GET / HTTP/1.1"', "m.kerdoncuff"),
        ("/data/archives/lagadec_m/export", "lagadec_m"),
        ("DB_USERNAME=mkerdoncuff", "mkerdoncuff"),
        ("sudo: mkerdoncuff : TTY=pts/0", "mkerdoncuff"),
        ("Accepted publickey for mkerdoncuff from 192.0.2.7", "mkerdoncuff"),
        ("Host bastion\n  User mkerdoncuff\n", "mkerdoncuff"),
        ("@Solenn : merci", "Solenn"),
        ("/doc/attestation_rabekoto_avomalala.pdf", "rabekoto_avomalala"),
        ("arrete_titularisation_Kerdoncuff_2021.pdf", "Kerdoncuff"),
    ],
)
def test_a_login_names_its_bearer(text: str, login: str) -> None:
    assert login in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "config.json, os.path et np.array, e.target",
        "legifrance.gouv.fr",
        "voir l'annexe a.bis, p.ex. la v.2",
        "/home/ubuntu/app/",
        "@reboot /opt/sauvegarde.sh",
        "DB_USER=postgres",
        "url=jdbc:oracle:thin:@kerprod:1521",
        "@param valeur",
        "fiche de poste_agent accueil.docx",
        "user=postgres; login: admin; owner=www-data; user=app_rw",
        "192.0.2.7 - - [14/Oct/2022:08:11:02 +0200] ok",
        "attestation_assurance_habitation.pdf",
        "/usr/lib/version_a/bin",
    ],
)
def test_what_a_dot_joins_in_code_is_nobody(text: str) -> None:
    assert found(text) == []
