"""The program carries no way to the network, even where a library would."""

import subprocess
import sys


def test_the_model_brings_no_http_client() -> None:
    code = (
        "import sys; from redactor.detect import model; model.load();"
        "clients = {'requests', 'httpx', 'urllib3', 'http.client', 'ssl', 'spacy.cli.download'};"
        "sys.exit(str(clients & set(sys.modules)) if clients & set(sys.modules) else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
