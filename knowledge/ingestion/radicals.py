"""Characters that look like others: a PDF gives 「⽇」, a radical, where its page shows 「日」."""

from __future__ import annotations

import unicodedata

_RADICALS = range(0x2E80, 0x2FE0)
_COMPATIBLE = range(0xF900, 0xFB00)
# Radicals that Unicode does not map itself, and those that it maps to a traditional character.
_LOOKS = (
    "⺁厂⺃乚⺅亻⺆冂⺇几⺈⺈⺉刂⺋㔾⺍⺍⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭"
    "⺩王⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺴罓⺵罓⺶羊⺷羊⺸羋⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠"
    "⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤"
    "⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⼾户⾭青⼇亠〜～"
)
_TABLE = {
    **{
        code: mapped
        for code in (*_RADICALS, *_COMPATIBLE)
        if (mapped := unicodedata.normalize("NFKC", chr(code))) != chr(code)
    },
    **{ord(_LOOKS[at]): _LOOKS[at + 1] for at in range(0, len(_LOOKS), 2)},
}


def as_read(text: str) -> str:
    """The text with the characters that a reader sees."""
    return text.translate(_TABLE)
