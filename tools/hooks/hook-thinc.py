"""What thinc reads when it is imported; hook-spacy names its modules."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("thinc", includes=["backends/*.cu"])
