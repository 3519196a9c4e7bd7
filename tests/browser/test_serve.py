"""The page of the server in a browser: a text goes in, its quotations come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("selenium")
pytest.importorskip("fastapi")

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait
from tests.browser.conftest import requests_of
from tests.served import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium.webdriver import Chrome

SECONDS = 30  # the first answer waits for the pipeline to be loaded
MARKUP = "“We are <b>late</b>,” said Tom Arden. </textarea><script>document.title = 1</script>"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server with one process."""
    with serving("--workers", "1", "--max-bytes", "20000") as address:
        yield address


def send(browser: Chrome) -> None:
    """Send what stands in the box, and wait for the page that answers."""
    browser.execute_script("window.asking = true")
    browser.find_element(By.CSS_SELECTOR, ".ask button").click()
    answered = "return !window.asking && document.readyState === 'complete'"
    # Between two pages the driver may fail in several ways.
    wait = WebDriverWait(browser, SECONDS, ignored_exceptions=[WebDriverException])
    wait.until(lambda one: one.execute_script(answered))


def ask(browser: Chrome, server: str, text: str) -> None:
    """Put a text into the box and send it."""
    browser.get(server)
    browser.find_element(By.ID, "asked").send_keys(text)
    send(browser)


def test_a_text_goes_in_and_quotations_come_out(browser: Chrome, server: str) -> None:
    """Markup stays text in the box and on the page; a click shows who and why."""
    ask(browser, server, MARKUP)
    assert browser.title == "quoteattr"
    assert browser.find_element(By.ID, "asked").get_attribute("value") == MARKUP
    assert browser.find_element(By.CSS_SELECTOR, "#text p").text == f"1{MARKUP}"
    browser.find_element(By.ID, "b1").click()
    assert "Tom Arden" in browser.find_element(By.ID, "q1").text
    asked = {url for url in requests_of(browser) if not url.startswith("data:")}
    assert asked == {f"{server}/"}


def test_a_text_that_is_too_long(browser: Chrome, server: str) -> None:
    """The page says so, and can be used on."""
    browser.get(server)
    browser.execute_script("document.getElementById('asked').value = 'x'.repeat(30000)")
    send(browser)
    alert = browser.find_element(By.CSS_SELECTOR, "[role=alert]")
    assert alert.text == "a request may have 20,000 bytes"
    browser.get_log("browser")  # Chromium notes the status 413
    ask(browser, server, MARKUP)
    assert browser.find_element(By.ID, "b1").is_displayed()
