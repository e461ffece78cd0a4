"""How many findings there are of each rule and of each concept."""

from collections import Counter
from collections.abc import Iterator

from termcheck.model import Report
from termcheck.reports.terminal import visible
from termcheck.reports.wording import one_paragraph


def render_statistics(report: Report) -> str:
    """Two tables of open findings, the most frequent first; empty without any."""
    rules = Counter(finding.rule for finding in report.findings)
    concepts = Counter(finding.concept for finding in report.findings if finding.concept)
    preferred = {finding.concept: finding.preferred for finding in report.findings if finding.preferred}
    named = {
        f"{concept} ({preferred[concept]})" if concept in preferred else concept: count
        for concept, count in concepts.items()
    }
    lines = [*_table("Findings by rule", rules), *_table("Findings by concept", named)]
    return "".join(f"{line}\n" for line in lines)


def _table(title: str, counts: "Counter[str] | dict[str, int]") -> Iterator[str]:
    if not counts:
        return
    yield f"{title}:"
    width = len(f"{max(counts.values()):,}")
    for name, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        yield f"  {count:>{width},}  {visible(one_paragraph(name))}"
