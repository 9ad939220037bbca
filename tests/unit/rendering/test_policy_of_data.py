from base64 import b64encode
from hashlib import sha256

from backstory.rendering.dressing.security import with_data


def test_a_policy_knows_the_data_of_its_page() -> None:
    digest = b64encode(sha256("{“a”:1}".encode()).digest()).decode()
    assert with_data("script-src 'self'; x", "{“a”:1}") == f"script-src 'self' 'sha256-{digest}'; x"


def test_nothing_is_added_that_would_forbid_what_a_site_allows() -> None:
    assert with_data("script-src 'self' 'unsafe-inline'", "{}") == "script-src 'self' 'unsafe-inline'"
    assert with_data("script-src 'self'", "") == "script-src 'self'"
