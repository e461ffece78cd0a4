"""The same articles as Markdown and as HTML, with the markup that such articles have."""

from bench.prose import Article

_HEAD = '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{title}</title></head>\n<body>\n<main>\n'


def markdown(article: Article) -> str:
    """A heading, emphasis, a link, a list and a line of code."""
    (title, *_), *paragraphs = article
    blocks = [f"# {title}"]
    for number, paragraph in enumerate(paragraphs):
        if number % 4 == 3:
            blocks.append("\n".join(f"- {sentence}" for sentence in paragraph))
        else:
            blocks.append(" ".join(_marked(sentence, "**", "**") for sentence in paragraph))
    blocks += ["Read more in [the archive](https://example.org/archive?page=1).", "`make all && make check`"]
    return "\n\n".join(blocks) + "\n"


def html(article: Article) -> str:
    """The same with tags and entities."""
    (title, *_), *paragraphs = article
    blocks = [_HEAD.format(title=title), f"<h1>{title}</h1>\n"]
    for number, paragraph in enumerate(paragraphs):
        sentences = [_marked(sentence.replace('"', "&quot;"), "<b>", "</b>") for sentence in paragraph]
        if number % 4 == 3:
            blocks.append("<ul>\n" + "".join(f"<li>{sentence}</li>\n" for sentence in sentences) + "</ul>\n")
        else:
            blocks.append(f'<p class="text">{" ".join(sentences)}</p>\n')
    blocks.append('<p>Read more in <a href="https://example.org/archive">the archive</a> &amp; elsewhere.</p>\n')
    return "".join(blocks) + "</main>\n</body>\n</html>\n"


def _marked(sentence: str, before: str, after: str) -> str:
    """The sentence with its third word between marks."""
    words = sentence.split(" ")
    if len(words) > 4:
        words[2] = f"{before}{words[2]}{after}"
    return " ".join(words)
