"""Taking a question apart: numbers, dates, amounts, schemes, and what is asked."""

from bot.assistant.understanding.understanding import QuestionReader, Understanding

__all__ = ["QuestionReader", "Understanding"]
