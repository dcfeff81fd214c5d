"""From what was typed to a text that can be read: Slack markup, widths, white space, typos."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

from knowledge.glossary import Glossary, Reading, Replacement, said_and_meant

_SLACK_LINK = re.compile(r"<(?:https?|mailto|tel):[^|>]*\|([^>]*)>|<((?:https?|mailto|tel):[^>]*)>")
_SLACK_MENTION = re.compile(r"<[@#!][^>]*>")
_MARKUP = re.compile(r"[*_`]{1,3}|^\s*>+", re.MULTILINE)
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]")
_SPACE_IN_CHINESE = re.compile(r"(?<=[\u4e00-\u9fff])[ \t\u3000]+(?=[\u4e00-\u9fff])")
_LINE_BREAK = re.compile(r"([,。;:、!?]?)\s*\n\s*")
# 80，120，300人 is a list; as 80,120,300 it would be a number.
_COMMA_OF_A_LIST = re.compile(r"(?<=\d)，(?=\d)")
# 80,120人 are two companies, as no client has 80120 people; 1,200人, 12,500人 and 10,050人 are one.
_COUNTS_APART = re.compile(
    r"(?<![\d.,])(?!\d\d,\d00(?![\d,]))[1-9]\d{1,2}(?:,[1-9]\d\d)+(?![\d,]|\.\d)"
    r"(?=\s*[个名位号]?\s*(?:人(?![天日民])|员工|职工))"
)
# NFKC would turn ① into 1 and （ into (; the circled digits are clause numbers and must stay.
_KEEP = re.compile(r"([\u2460-\u2473])")

# 「30个，不对，是32个」: a number or date that is taken back gives way to the one after it.
_VALUE = r"(?>\d[\d\-/.年月日号万千百]*|[一二两三四五六七八九十百千万]+)"
_TAKEN_BACK = re.compile(
    rf"(?<![\d一二两三四五六七八九十百千万])(?P<wrong>{_VALUE})(?P<kept>[^,，。;；\d]{{0,10}})[,，。;；\s]*"
    r"(?:不对|说错了?|打错了?|写错了?|错了|更正(?:一下)?|哦不|不不)[,，:：\s]*(?:应该|应当|其实)?(?:是|为)?\s*"
    rf"(?P<right>{_VALUE})(?P<unit>个|人|家|号|日|名|处)?"
)


@dataclass(frozen=True, slots=True)
class NormalText:
    """``typed``: cleaned; ``corrected``: typos mended; ``read``: in the documents' words, too."""

    typed: str
    corrected: str
    read: str
    replacements: tuple[Replacement, ...]


def _half_width(text: str) -> str:
    parts = _KEEP.split(text)
    return "".join(p if _KEEP.fullmatch(p) else unicodedata.normalize("NFKC", p) for p in parts)


def clean(text: str) -> str:
    """The words without Slack's markup, invisible characters and full-width Latin."""
    text = _SLACK_LINK.sub(lambda match: match[1] or match[2], text)
    text = html.unescape(_SLACK_MENTION.sub(" ", text))
    text = _COMMA_OF_A_LIST.sub("、", text)
    text = _INVISIBLE.sub("", _half_width(text))
    text = _MARKUP.sub(" ", text).strip()
    text = _LINE_BREAK.sub(lambda match: match[1] or ",", text)
    text = _SPACE_IN_CHINESE.sub("", text)
    return re.sub(r"\s+", " ", text).strip()


def _with_corrections(text: str) -> str:
    """The text with what a person took back replaced by what they said instead."""

    def mend(match: re.Match[str]) -> str:
        kept, unit = match["kept"], match["unit"] or ""
        is_repeated = text.startswith(kept, match.end("right"))
        return match["right"] + (unit if is_repeated else kept or unit)

    return _TAKEN_BACK.sub(mend, text)


def _with_counts_apart(text: str) -> Reading:
    """The text with headcounts apart that a comma joins as it would the digits of one number."""
    found: list[Replacement] = []

    def separate(match: re.Match[str]) -> str:
        found.append(Replacement(said=match[0], means=match[0].replace(",", "、")))
        return found[-1].means

    return Reading(text=_COUNTS_APART.sub(separate, text), replacements=tuple(found))


def normalise(text: str, glossary: Glossary) -> NormalText:
    """Clean a text, mend its typing errors and translate it into the documents' words."""
    apart = _with_counts_apart(_with_corrections(clean(text)))
    corrected = glossary.correct(apart.text)
    translated = glossary.in_documents_words(corrected.text)
    replaced = said_and_meant((apart, corrected, translated))
    return NormalText(apart.text, corrected.text, translated.text, replaced)
