"""Where the sample articles that come with the program lie."""

from pathlib import Path


def bundled_articles() -> Path:
    """The folder of the sample articles: in the package once installed, else in the repository.

    Raises:
        FileNotFoundError: If the installation lacks the folder; installing again mends that.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "articles", package.parents[1] / "articles"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"{package / 'articles'} is missing; install crisis-reader again")
