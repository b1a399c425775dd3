"""What can be wrong with a dossier's file, or with a request made of it."""

from redactor.problem import Problem


class DossierError(Problem):
    """A dossier that cannot be opened or written. The subclass says why."""

    key = "problem.dossier"


class DossierMissing(DossierError):
    """Facts: ``path``."""

    key = "problem.dossier-missing"


class DossierExists(DossierError):
    """A new dossier never takes the place of a file. Facts: ``path``."""

    key = "problem.dossier-exists"


class NotADossier(DossierError):
    """Facts: ``path``."""

    key = "problem.dossier-not"


class DossierProtected(DossierError):
    """It needs a passphrase. Facts: ``path``."""

    key = "problem.dossier-protected"


class WrongPassphrase(DossierError):
    """Facts: ``path``."""

    key = "problem.dossier-passphrase"


class NewerDossier(DossierError):
    """Written by a later version of the program. Facts: ``path``, ``version``, ``known``."""

    key = "problem.dossier-newer"


class DossierLocked(DossierError):
    """Open elsewhere: another window, another person. Facts: ``path``."""

    key = "problem.dossier-locked"


class DossierReadOnly(DossierError):
    """Facts: ``path``."""

    key = "problem.dossier-read-only"


class DossierDamaged(DossierError):
    """Facts: ``path``, ``what``."""

    key = "problem.dossier-damaged"


class DossierNotSaved(DossierError):
    """A change could not be written: nothing of it was kept. Facts: ``path``, ``what``."""

    key = "problem.dossier-not-saved"


class NoSuchRecord(DossierError):
    """A document, mention or area that the dossier does not hold. Facts: ``id``."""

    key = "problem.dossier-record"


class OriginalDiffers(DossierError):
    """The file given as a document's original has other bytes. Facts: ``path``."""

    key = "problem.dossier-original"


class OriginalMissing(DossierError):
    """A document's file is not there, or may not be read. Facts: ``path``."""

    key = "problem.dossier-original-missing"
