"""Rich text: the one place in Slack where words are shown letter by letter, never as markup."""

from __future__ import annotations

from collections.abc import Sequence

from slack_sdk.models.blocks import (
    RichTextBlock,
    RichTextElementParts,
    RichTextListElement,
    RichTextQuoteElement,
    RichTextSectionElement,
)

Text = RichTextElementParts.Text
_BOLD = RichTextElementParts.TextStyle(bold=True)


def plain(text: str) -> Text:
    """Words as they are."""
    return Text(text=text)


def bold(text: str) -> Text:
    """Words that stand out."""
    return Text(text=text, style=_BOLD)


def paragraph(*parts: Text) -> RichTextBlock:
    """A block with one paragraph."""
    return RichTextBlock(elements=[RichTextSectionElement(elements=parts)])


def quoted(text: str, lead: Sequence[Text] = ()) -> RichTextBlock:
    """A block with a quotation, under a line that says what is quoted."""
    quote = RichTextQuoteElement(elements=[plain(text)])
    return RichTextBlock(
        elements=[RichTextSectionElement(elements=lead), quote] if lead else [quote]
    )


def listed(items: Sequence[Sequence[Text]], ordered: bool = False) -> RichTextBlock:
    """A block with a list, numbered if ``ordered``."""
    return RichTextBlock(
        elements=[
            RichTextListElement(
                style="ordered" if ordered else "bullet",
                elements=[RichTextSectionElement(elements=item) for item in items],
            )
        ]
    )
