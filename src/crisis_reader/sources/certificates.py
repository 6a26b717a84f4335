"""What is wrong with a site's certificate, in words that say what to do.

The system decides whom it trusts; nothing here lets anybody in.
"""

import ssl

from crisis_reader.sources.faults import FetchError, UntrustedError

_OTHER_NAME = {62, 63, 64}
_EXPIRED = {10}
_TOO_EARLY = {9}
_UNKNOWN = {18, 19, 20, 21}
"""Codes of a failed check. Source: OpenSSL, x509_vfy.h: host, mail and address mismatch; expired;
not yet valid; self-signed, or by an issuer that is not among those trusted."""


def secrecy_fault(error: BaseException) -> FetchError | None:
    """The fault, if it was the certificate or the encryption; None where it was something else."""
    seen: BaseException | None = error
    while seen is not None and not isinstance(seen, ssl.SSLError):
        seen = seen.__cause__ or seen.__context__
    if seen is None:
        return None
    if not isinstance(seen, ssl.SSLCertVerificationError):
        return FetchError(
            f"does not speak https as it should ({seen.reason or 'no reason given'}); if its "
            "address has another beginning or port, use that"
        )
    return UntrustedError(f"was not read: {_told(seen)}")


def _told(fault: ssl.SSLCertVerificationError) -> str:
    code = fault.verify_code
    if code in _OTHER_NAME:
        return "its certificate is for another name; check the address"
    if code in _EXPIRED:
        return "its certificate has expired; check this machine's clock, or tell who runs the site"
    if code in _TOO_EARLY:
        return "its certificate is not valid yet; check this machine's clock"
    if code in _UNKNOWN:
        return (
            "its certificate is by nobody whom this machine trusts; if it is a site of your own, "
            "name its issuer's file in SSL_CERT_FILE"
        )
    return f"its certificate is not in order ({fault.verify_message}); open it in a browser"
