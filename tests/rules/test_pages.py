import re
from importlib import import_module
from pathlib import Path

import pytest

import termcheck.rules
from termcheck.model import Rule
from termcheck.rules import RULES

FOLDER = Path(termcheck.rules.__file__).parent
PARTS = ("Purpose", "When it fires", "What it does not flag", "How to configure or silence", "For example")


def test_every_rule_file_is_in_rules_under_its_own_name() -> None:
    files = {path.stem.replace("_", "-") for path in FOLDER.glob("*.py") if path.stem != "__init__"}
    assert {rule.id for rule in RULES} == files
    assert len(RULES) == len(files)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_module_of_a_rule_holds_that_rule(rule: Rule) -> None:
    assert import_module(f"termcheck.rules.{rule.id.replace('-', '_')}").RULE is rule


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_page_has_every_part_with_text(rule: Rule) -> None:
    title, *_ = rule.page.splitlines()
    assert title.endswith(".")
    for part in PARTS:
        assert re.search(rf"^{part}\n    \S", rule.page, re.MULTILINE), part


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_page_shows_a_flagged_and_an_unflagged_example(rule: Rule) -> None:
    examples = rule.page.split("\nFor example\n")[1]
    assert re.search(r"^    Flagged: \S", examples, re.MULTILINE)
    assert re.search(r"^    Not flagged: \S", examples, re.MULTILINE)
    assert f"{rule.id} = " in rule.page, "the page does not show how to configure the rule"
