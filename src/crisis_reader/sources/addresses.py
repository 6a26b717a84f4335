"""Which addresses may be asked: web addresses only, and only machines that are in public.

Pure: looks nothing up. What a name leads to is checked by ``connecting``, at every hop.
"""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urljoin, urlsplit

_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"), IPv6Network("::/96"))
"""Networks whose last 32 bits are an IPv4 address. Source: RFC 6052, RFC 8215, RFC 4291."""


def fault_of(address: str) -> str | None:
    """Why this address is not to be asked, and what to do; None where its form is in order."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
        address.encode()
    except ValueError:  # half a character, for one, which nobody can be asked for
        return "is no web address; check the spelling"
    if parts.scheme.lower() not in ("http", "https"):
        return f"only http and https are fetched, not '{parts.scheme}'; save it and open the file"
    if not host:
        return "names no host; check the spelling"
    if parts.username is not None or parts.password is not None:
        return "holds a name or a password, which are not sent; leave them out"
    return None


def joined(base: str, link: str) -> str | None:
    """Where a link in a document leads; None where it is written so that it leads nowhere.

    Args:
        base: The document's address.
        link: As it stands there, relative or not.
    """
    try:
        return urljoin(base, link)
    except ValueError:  # brackets that hold no IPv6 address, for one
        return None


def host_of(address: str) -> str:
    """The host in lower case; empty where there is none."""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def is_public(ip: str) -> bool:
    """Whether an IP address is that of a machine in public, whatever it is wrapped in.

    Loopback, private, link-local, shared, reserved and multicast ones are not; an IPv6 address that
    stands for an IPv4 one is what that one is.

    Raises:
        ValueError: If it is no IP address.
    """
    address = ip_address(ip.partition("%")[0])
    if isinstance(address, IPv6Address):
        inner = _embedded(address)
        if inner is not None:
            return is_public(str(inner))
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _embedded(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address leads to; None where it is one of its own."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if any(address in network for network in _TRANSLATED):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
