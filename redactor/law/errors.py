"""What can be wrong with a profile. Facts name the file, the line and the row."""

from redactor.problem import Problem


class ProfileError(Problem):
    """A profile that cannot be used. The subclass says why."""

    key = "problem.profile"


class UnknownProfile(ProfileError):
    """Facts: ``name``, ``known``."""

    key = "problem.profile-unknown"


class ProfileSyntax(ProfileError):
    """Not TOML, or not text. Facts: ``file``, ``what``."""

    key = "problem.profile-syntax"


class UnknownEntry(ProfileError):
    """A table, row or option that no profile has. Facts: ``file``, ``line``, ``name``."""

    key = "problem.profile-entry"


class MissingRow(ProfileError):
    """Facts: ``file``, ``table``, ``row``."""

    key = "problem.profile-missing"


class WrongValue(ProfileError):
    """Facts: ``file``, ``line``, ``name``, ``value``, ``allowed``."""

    key = "problem.profile-value"
