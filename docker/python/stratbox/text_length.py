"""The app counts texts as JavaScript does: in UTF-16 units, of which some characters take two."""


def text_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shortened(text: str, length: int) -> str:
    """The first `length` units, without half a character."""
    return text.encode("utf-16-le", "ignore")[: 2 * length].decode("utf-16-le", "ignore")
