"""Only web addresses, only machines in public, whatever the address is wrapped in."""

import pytest

from crisis_reader.sources.addresses import fault_of, is_public


@pytest.mark.parametrize(
    "address", ["http://example.org", "HTTPS://example.org/a?b#c", "http://[2001:db8::1]:8080/"]
)
def test_web_addresses_are_in_order(address: str) -> None:
    """With http or https and a host, in any case."""
    assert fault_of(address) is None


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("ftp://example.org/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("javascript://example.org/a", "only http and https"),
        ("http://", "names no host"),
        ("http:///a", "names no host"),
        ("http://example.org:99999/", "no web address"),
        ("http://[::1/", "no web address"),
        ("http://example.org/\ud800", "no web address"),
        ("http://ana:secret@example.org/", "name or a password"),
        ("http://ana@example.org/", "name or a password"),
    ],
)
def test_others_are_refused(address: str, told: str) -> None:
    """The message says why."""
    assert told in str(fault_of(address))


@pytest.mark.parametrize("ip", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_public_machines(ip: str) -> None:
    """IPv4, IPv6, and IPv4 in IPv6."""
    assert is_public(ip)


@pytest.mark.parametrize(
    "ip",
    [
        *("127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"),
        *("169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255", "224.0.0.1", "240.0.0.1"),
        *("192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1"),
        *("ff02::1", "2001:db8::1", "fec0::1"),
        # The loopback and a private network, wrapped: mapped, compatible, 6to4, NAT64, Teredo.
        *(
            "::ffff:127.0.0.1",
            "::ffff:7f00:1",
            "::127.0.0.1",
            "2002:7f00:1::",
            "64:ff9b::127.0.0.1",
        ),
        *("64:ff9b:1::10.0.0.1", "::ffff:169.254.169.254", "2001:0:5db8:d822:0:0:80ff:fffe"),
    ],
)
def test_others_are_not_public(ip: str) -> None:
    """Loopback, private, link-local, shared, reserved, multicast."""
    assert not is_public(ip)
