"""The page in a real browser: looked at, clicked, tabbed through, printed."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("selenium")
pytest.importorskip("axe_core_python")

from axe_core_python.selenium import Axe
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from tests.browser.article import QUOTES, TEXT
from tests.browser.conftest import requests_of

from quoteattr import Quote, Span, Speaker, extract_quotes, render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from selenium.webdriver import Chrome
    from selenium.webdriver.remote.webelement import WebElement

    Show = Callable[[str], Chrome]

MARKUP = "<b>“Yes,”</b> said Ann Lee. </script><script>document.title = 'broken'</script>"


@pytest.fixture
def page(show: Show) -> Chrome:
    """A small article with every kind of quotation and a nested one, opened."""
    return show(render(TEXT, QUOTES, title="Pier"))


def find(browser: Chrome, selector: str) -> WebElement:
    """The one element."""
    return browser.find_element(By.CSS_SELECTOR, selector)


def texts_of(browser: Chrome, selector: str) -> list[str]:
    """The visible texts of elements."""
    found = browser.find_elements(By.CSS_SELECTOR, selector)
    return [element.text for element in found if element.is_displayed()]


def press(browser: Chrome, *keys: str) -> None:
    """Press keys where the focus is."""
    for key in keys:
        browser.switch_to.active_element.send_keys(key)


def focused(browser: Chrome) -> str | None:
    """The id of the element that has the focus."""
    return browser.switch_to.active_element.get_attribute("id")


def emulate(browser: Chrome, *, media: str = "", scheme: str = "light") -> None:
    """Have the page shown on paper, or in dark."""
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})


def test_a_click_shows_who_and_why(page: Chrome) -> None:
    """Speaker, confidence, chain and trace in words come with one click on a quotation."""
    assert not find(page, "#quotations").is_displayed()
    find(page, "#text .piece[data-quoted='1']").click()
    (card,) = texts_of(page, ".card")
    for words in ("Ines Okafor", "Mayor · person", "“We have no choice,”", "direct", "98%"):
        assert words in card
    assert "Mentioned as\nShe (2), Mayor Ines Okafor" in card
    assert "The speaker is the subject of the reporting word: “Mayor Ines Okafor”." in card
    assert texts_of(page, ".on-source") == ["Mayor Ines Okafor"]
    assert texts_of(page, ".on-cue") == ["said"]
    assert texts_of(page, ".on-mention") == ["Mayor Ines Okafor", "She", "She"]


def test_a_nested_quotation_can_be_clicked(page: Chrome) -> None:
    """Inside another, the inner one is shown, and the card leads to the outer one and back."""
    nested = next(p for p in page.find_elements(By.CSS_SELECTOR, "[data-around]") if p.text)
    assert nested.text == "it was over"
    nested.click()
    assert "Inside\nquotation 3" in texts_of(page, ".card")[0]
    find(page, ".card:not([hidden]) a").click()
    assert "Contains\nquotation 4" in texts_of(page, ".card")[0]


def test_selecting_text_opens_nothing(page: Chrome) -> None:
    """Who marks words to copy them is left alone; the numbers are not copied."""
    page.execute_script("getSelection().selectAllChildren(document.getElementById('text'))")
    copied = page.execute_script("return getSelection().toString()")
    assert "“We have no choice,” said Mayor Ines Okafor." in copied
    page.execute_script("document.querySelector('#text .piece').click()")
    assert not find(page, "#quotations").is_displayed()


def test_filters(page: Chrome) -> None:
    """By speaker, kind and confidence, together; what is left out looks like any text."""
    total = len(texts_of(page, "#text .badge"))
    okafor = "#filters [name=voice][value='1']"
    find(page, okafor).click()
    assert find(page, "#status").text == f"3 of {total} quotations shown"
    find(page, "#filters [value=mixed]").click()
    assert (
        texts_of(page, "#text [data-voice]:not(.badge)")
        == [
            "the council had ",
            "“looked everywhere”",
            " for money",
        ]
        or len(texts_of(page, "#text .badge")) == 1
    )
    find(page, "#filters button").click()
    assert find(page, "#status").text == f"{total} of {total} quotations shown"
    find(page, "#least").send_keys(Keys.END)
    assert find(page, "#least-shown").text == "100%"
    assert texts_of(page, "#text .badge") == []
    assert texts_of(page, "#text .source, #text .cue") == []


def test_inner_quotation_alone(page: Chrome) -> None:
    """With the outer speaker filtered out, the inner quotation keeps its own colour only."""
    inner = find(page, "[data-around]")
    find(page, "#filters [value=indirect]").click()
    assert inner.get_attribute("data-around") is None
    assert inner.get_attribute("data-voice") is not None


def test_a_chosen_quotation_that_is_filtered_out_closes(page: Chrome) -> None:
    """The card never shows what the filters hide."""
    find(page, "#b1").click()
    find(page, "#filters [value=indirect]").click()
    assert not find(page, "#quotations").is_displayed()


def test_keyboard_alone(page: Chrome) -> None:
    """Tab reaches quotations, Enter opens one, Tab and Enter go on, Escape goes back."""
    press(page, Keys.TAB)
    assert page.switch_to.active_element.text == "Skip to speakers and filters"
    press(page, Keys.TAB)
    assert focused(page) == "b1"
    press(page, Keys.ENTER)
    assert focused(page) == "h1"
    press(page, Keys.ESCAPE)
    assert focused(page) == "b1"
    press(page, Keys.TAB, Keys.ENTER)
    assert focused(page) == "h2"
    find(page, "[data-go='1']").send_keys(Keys.ENTER)
    assert "She told us that it was over" in texts_of(page, ".card")[0]


def test_filters_by_keyboard(page: Chrome) -> None:
    """The first link leads to the filters, and the space bar ticks a speaker."""
    press(page, Keys.TAB, Keys.ENTER)
    assert focused(page) == "speakers"
    press(page, Keys.TAB, Keys.SPACE)
    assert "3 of" in find(page, "#status").text


def test_what_a_screen_reader_is_told(page: Chrome) -> None:
    """Roles and names of what can be used, and a region that is read when it changes."""
    badge = find(page, "#b1")
    assert badge.aria_role == "link"
    assert badge.accessible_name == "1 Ines Okafor: quotation 1, direct, 98% sure"
    box = find(page, "#filters [name=voice]")
    assert box.aria_role == "checkbox"
    assert "Ines Okafor" in box.accessible_name
    assert "3 quotations" in box.accessible_name
    assert find(page, "#least").aria_role == "slider"
    assert find(page, "#least").accessible_name.startswith("Confidence at least")
    assert find(page, "#status").aria_role == "status"
    find(page, "#text .piece[data-quoted='1']").click()
    assert find(page, "#status").text == badge.accessible_name
    assert badge.get_attribute("aria-current") == "true"
    landmarks = page.find_elements(By.CSS_SELECTOR, "main, aside, header")
    assert {one.aria_role for one in landmarks} == {"main", "complementary", "banner"}
    ids = page.execute_script("return [...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_that_axe_finds(page: Chrome, scheme: str) -> None:
    """The usual rules of accessibility hold (axe-core), with a quotation open."""
    emulate(page, scheme=scheme)
    find(page, "#b3").click()
    broken = Axe().run(page)["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in broken] == []


def test_an_address_leads_to_a_quotation(page: Chrome) -> None:
    """A page is opened at the quotation that its address names."""
    page.get(page.current_url.partition("#")[0] + "#q3")
    page.refresh()
    assert "Tom Arden" in texts_of(page, ".card")[0]


def test_markup_is_shown_as_text(show: Show) -> None:
    """An article and a name with markup or script are text, on the page and in its cards."""
    name = "</script><script>document.title = 'broken'</script>"
    marked = (Span.cut(MARKUP, 0, len(MARKUP)),)
    speaker = Speaker(name=name, kind="person", role="<i>chair</i>")
    quote = Quote(content=marked, quoted=marked, kind="direct", speaker=speaker, confidence=0.5)
    browser = show(render(MARKUP, [quote], title="whole"))
    assert find(browser, "#text p .piece").text == MARKUP
    find(browser, "#b1").click()
    assert name in texts_of(browser, ".card")[0]
    assert browser.title == "whole"
    assert len(browser.find_elements(By.TAG_NAME, "script")) == 1


def test_scripts_other_than_its_own_are_refused(show: Show) -> None:
    """Even markup that slipped through could not run: the page names its script by hash."""
    browser = show(
        render(TEXT, []).replace("<main>", "<main><img src=x onerror='document.title=1'>")
    )
    assert browser.title == "Quotations"
    refused = [entry["message"] for entry in browser.get_log("browser")]
    assert refused
    assert all("Content Security Policy" in message for message in refused)


def test_nothing_is_asked_of_the_network(page: Chrome) -> None:
    """Opening and using the page asks for the page itself and for nothing else."""
    find(page, "#b1").click()
    find(page, "#filters [value=direct]").click()
    asked = [url for url in requests_of(page) if not url.startswith("data:")]
    assert asked == [page.current_url]


CONTRAST = """
const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
const light = (colour) => {
  canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
  const part = (value) => value <= 10.31 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(part);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
const style = (element) => getComputedStyle(element);
const paper = light(style(document.body).backgroundColor);
return [...document.querySelectorAll(arguments[0])].map((element) => ratio(
  light(style(element)[arguments[1]]),
  arguments[2] ? light(style(element)[arguments[2]]) : paper));
"""


def contrasts(browser: Chrome, selector: str, what: str, against: str = "") -> list[float]:
    """Contrast ratios (WCAG 2) of a colour of elements against another, or against the page."""
    found: list[float] = browser.execute_script(CONTRAST, selector, what, against)
    assert found
    return found


def crowd(number: int) -> tuple[str, list[Quote]]:
    """A text in which *number* people, and somebody unknown, say something of each kind."""
    text, quotes = "", []
    for n in range(number + 1):
        who = Speaker(name=f"N{n}", kind="person") if n < number else None
        start = len(text)
        text += f"N{n} said “yes”. N{n} said no.\n"
        said = Span.cut(text, start + text[start:].index("“"), start + text[start:].index("”") + 1)
        more = Span.cut(text, len(text) - 4, len(text) - 2)
        source = Span.cut(text, start, start + 2)
        common: Any = {"speaker": who, "source": source, "reference": "name"}
        quotes.append(Quote(content=(said,), quoted=(said,), kind="direct", **common))
        quotes.append(Quote(content=(more,), kind="indirect", **common))
    return text, quotes


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_can_be_read(show: Show, scheme: str) -> None:
    """Text on its colour has a contrast of 7, numbers of 4.5, underlines of 3 (WCAG 2: AAA, AA)."""
    browser = show(render(*crowd(10)))
    emulate(browser, scheme=scheme)
    quoted = contrasts(browser, "#text .piece[data-voice]", "color", "backgroundColor")
    assert len(quoted) == 22
    assert min(quoted) >= 7
    assert min(contrasts(browser, "#text .badge", "color", "backgroundColor")) >= 4.5
    assert min(contrasts(browser, "#text .source", "textDecorationColor")) >= 3
    assert min(contrasts(browser, "#text p, .summary", "color")) >= 4.5


def test_dark_where_the_reader_likes_it_dark(page: Chrome) -> None:
    """The page follows the setting of the system."""
    background = "return getComputedStyle(document.body).backgroundColor"
    emulate(page, scheme="dark")
    assert page.execute_script(background) == "rgb(22, 24, 29)"
    emulate(page, scheme="light")
    assert page.execute_script(background) == "rgb(255, 255, 255)"


def test_colour_is_not_the_only_sign(page: Chrome) -> None:
    """Each quotation carries its speaker's number; sources and cues differ in their line."""
    signs = texts_of(page, "#text .badge")
    assert signs == ["1", "1", "2", "1", "2", "?"]
    lines = {
        kind: find(page, f"#text .{kind}").value_of_css_property("text-decoration-style")
        for kind in ("source", "cue")
    }
    assert lines == {"source": "solid", "cue": "dotted"}


def test_on_paper(page: Chrome) -> None:
    """Print has the text, the speakers and every card, and nothing that only works on a screen."""
    emulate(page, media="print")
    cards = page.find_elements(By.CSS_SELECTOR, ".card")
    assert all(card.is_displayed() for card in cards)
    for selector in (".bar", "#least", "#filters button", "#filters [name=voice]", ".skip"):
        assert not find(page, selector).is_displayed()
    assert find(page, ".speakers .name").is_displayed()


def test_filters_hold_on_paper(page: Chrome) -> None:
    """Cards that the filters hide are not printed."""
    find(page, "#filters [value=mixed]").click()
    emulate(page, media="print")
    assert len(texts_of(page, ".card")) == 1


LONG = "Maximiliane-Theodora " + "von Hohenlohe-Schillingsfürst" * 8


def overflowing(browser: Chrome) -> list[str]:
    """Elements that reach past the right edge of the window."""
    found: list[str] = browser.execute_script(
        "return [...document.querySelectorAll('body *:not(.unseen):not(.skip)')]"
        ".filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML)"
    )
    return found


@pytest.mark.parametrize("width", [1400, 420])
def test_long_names_wrap(show: Show, width: int) -> None:
    """Long names, roles and words stay inside the window, on a desk and in a hand."""
    text = f"“Yes,” said {LONG}."
    marked, source = (Span.cut(text, 0, 6),), Span.cut(text, 12, len(text) - 1)
    who = Speaker(name=LONG, kind="person", role=LONG, mentions=(source,))
    quote = Quote(
        content=marked, quoted=marked, kind="direct", source=source, reference="name", speaker=who
    )
    browser = show(render(text, [quote], title=LONG))
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        find(browser, "#b1").click()
        assert overflowing(browser) == []
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_right_to_left(show: Show) -> None:
    """A paragraph in Arabic runs from the right, one in English from the left."""
    text = "قالت ليلى: «نعم».\nShe said «yes»."
    arabic, english = Span.cut(text, 11, 16), Span.cut(text, 27, 32)
    marked = [Quote(content=(s,), quoted=(s,), kind="direct") for s in (arabic, english)]
    browser = show(render(text, marked))
    directions = [
        p.value_of_css_property("direction")
        for p in browser.find_elements(By.CSS_SELECTOR, "#text p")
    ]
    assert directions == ["rtl", "ltr"]
    assert texts_of(browser, "#text .piece") == ["«نعم»", "«yes»"]


def many(number: int) -> Iterable[str]:
    """Paragraphs with a quotation each, by thirty people."""
    return (f"“This is remark {n},” said Person{chr(65 + n % 30)} Adeyemi." for n in range(number))


def test_hundreds_of_quotations(show: Show) -> None:
    """Three hundred quotations are all there, and a filter answers at once."""
    text = "\n\n".join(chain(many(300)))
    browser = show(render(text, extract_quotes(text)))
    assert len(texts_of(browser, "#text .badge")) == 300
    took = browser.execute_script(
        "const start = performance.now(); document.querySelector('#filters [name=voice]').click();"
        "document.body.offsetHeight; return performance.now() - start"
    )
    assert took < 500  # milliseconds; about 20 on a slow machine
    find(browser, "#text .badge:not([hidden])").click()
    find(browser, "[data-go='-1']").click()
    badge = find(browser, "#text .badge.on").rect
    top = browser.execute_script("return scrollY")
    assert top <= badge["y"] <= top + 1000


def test_without_script_everything_is_there(show: Show) -> None:
    """Where scripts are off, all cards are shown, and numbers in the text lead to them."""
    page = render(TEXT, QUOTES)
    browser = show(page.replace("<script>", "<script type='text/plain'>"))
    assert all(card.is_displayed() for card in browser.find_elements(By.CSS_SELECTOR, ".card"))
    find(browser, "#b2").click()
    assert browser.current_url.endswith("#q2")


def test_in_a_notebook(show: Show) -> None:
    """The frame that a notebook shows works like the page."""
    page: Any = render(TEXT, QUOTES)
    browser = show(f"<!DOCTYPE html><meta charset=utf-8>{page._repr_html_()}")
    browser.switch_to.frame(find(browser, "iframe"))
    find(browser, "#b1").click()
    assert "Ines Okafor" in texts_of(browser, ".card")[0]
    browser.switch_to.default_content()
