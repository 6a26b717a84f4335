"""A site over https on the loopback: read when its certificate is right, else told why not."""

import ssl
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme
from tests.serving import serving

from crisis_reader.sources import open_source
from crisis_reader.sources.certificates import secrecy_fault
from crisis_reader.sources.faults import FetchError, UntrustedError
from crisis_reader.sources.fetching import Fetcher
from crisis_reader.sources.limits import Limits

HERE = Limits(allow_private=True, pause=0, seconds=10)
NOW = datetime.now(UTC)
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def issuer() -> trustme.CA:
    """Somebody who makes certificates."""
    return trustme.CA()


@pytest.fixture
def trusted(issuer: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine trusts them."""
    issuer.cert_pem.write_to_path(tmp_path / "issuer.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "issuer.pem"))


def shown(certificate: trustme.LeafCert) -> ssl.SSLContext:
    """What a server shows of itself."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def refusal(certificate: trustme.LeafCert) -> str:
    """Why a site with this certificate is refused; nothing was asked of it."""
    with serving("localhost", shown(certificate)) as site, closing(Fetcher(HERE)) as fetcher:
        with pytest.raises(UntrustedError) as told:
            fetcher.fetch(site.put("/a", "secret"))
        assert site.asked == []
    return str(told.value)


@pytest.mark.usefixtures("trusted")
def test_a_site_that_is_trusted(issuer: trustme.CA) -> None:
    """By its name, over a connection to the address that was checked."""
    with serving("localhost", shown(issuer.issue_cert("localhost"))) as site:
        address = site.put("/a", "<p>The court met on Friday and heard the speaker.</p>")
        (article,) = open_source(address, limits=HERE).articles
        assert article.url == address
        assert address.startswith("https:")


@pytest.mark.usefixtures("trusted")
def test_a_redirect_from_a_site_to_one_that_is_not_trusted(issuer: trustme.CA) -> None:
    """Each hop shows who it is."""
    good, bad = issuer.issue_cert("localhost"), issuer.issue_cert("other.example")
    with serving("localhost", shown(good)) as site, serving("localhost", shown(bad)) as other:
        address = site.put("/a", status=302, location=other.put("/b", "secret"))
        (problem,) = open_source(address, limits=HERE).problems
    assert "for another name" in problem.message
    assert other.asked == []


@pytest.mark.usefixtures("trusted")
def test_a_certificate_for_another_name(issuer: trustme.CA) -> None:
    """Whoever answers is somebody else."""
    assert "is for another name; check the address" in refusal(issuer.issue_cert("news.example"))
    assert "is for another name" in refusal(issuer.issue_cert("127.0.0.1"))


@pytest.mark.usefixtures("trusted")
def test_a_certificate_of_another_time(issuer: trustme.CA) -> None:
    """Expired, or not valid yet: the clock may be wrong, too."""
    old = issuer.issue_cert("localhost", not_before=NOW - 9 * DAY, not_after=NOW - DAY)
    assert "has expired" in refusal(old)
    new = issuer.issue_cert("localhost", not_before=NOW + DAY, not_after=NOW + 9 * DAY)
    assert "is not valid yet" in refusal(new)


def test_an_issuer_nobody_knows(issuer: trustme.CA) -> None:
    """What to do with a site of one's own is told."""
    assert "whom this machine trusts" in refusal(issuer.issue_cert("localhost"))


def test_a_site_without_encryption() -> None:
    """Asked by https, it answers in clear."""
    with serving() as site, closing(Fetcher(HERE)) as fetcher:
        address = site.url("/a").replace("http:", "https:")
        with pytest.raises(FetchError, match="does not speak https"):
            fetcher.fetch(address)


def test_other_faults_are_not_the_certificates() -> None:
    """A connection that is refused, say; what else a certificate may lack is told in its words."""
    assert secrecy_fault(ConnectionRefusedError()) is None
    fault = ssl.SSLCertVerificationError()
    fault.verify_code, fault.verify_message = 23, "certificate revoked"
    assert "certificate revoked" in str(secrecy_fault(fault))
