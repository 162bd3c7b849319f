#!/usr/bin/env python3
"""The measures and floors are seen to fail: each case makes one thing of a good output worse."""

import sys
import tempfile
import unittest
from pathlib import Path

import floors
import injected
import measures

# Stands in for thresh: prints what a fixture's gold.txt says, made worse as its name tells.
STAND_IN = """#!{python}
import json, pathlib, sys
for path in map(pathlib.Path, sys.argv[sys.argv.index("2") + 1:]):
    facts = json.loads((path.parent / "page.json").read_text())
    text = (path.parent / "gold.txt").read_text()
    if "{fault}" == "leaks":
        text += " ".join(facts["must_not"])
    if "{fault}" == "loses":
        text = text[:len(text) // 2]
    verdict = "empty" if "{fault}" == "misjudges" else facts["verdict"]
    print(json.dumps({{"source": str(path), "text": text, "verdict": verdict}}))
"""


def fixtures_with(fault: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "thresh"
        program.write_text(STAND_IN.format(python=sys.executable, fault=fault), encoding="utf-8")
        program.chmod(0o755)
        return floors.of_fixtures(program)


class OfFixtures(unittest.TestCase):
    def setUp(self):
        self.good = fixtures_with("nothing")

    def test_gold_is_perfect(self):
        self.assertEqual(self.good, {"word F1": 1, "prompt phrases leaked": 0, "verdicts right": 1})
        self.assertEqual(floors.faults(self.good, self.good), [])

    def test_a_leak_is_a_fault(self):
        found = floors.faults(fixtures_with("leaks"), {**self.good, "word F1": 0})
        self.assertRegex("".join(found), r"^prompt phrases leaked: \d+")

    def test_lost_text_is_a_fault(self):
        self.assertRegex("".join(floors.faults(fixtures_with("loses"), self.good)), "^word F1: 0[.]7")

    def test_wrong_verdicts_are_a_fault(self):
        self.assertRegex("".join(floors.faults(fixtures_with("misjudges"), self.good)), "^verdicts right: 0[.]")


class Floors(unittest.TestCase):
    floors = {"F1": .9, "lines leaked": .1}

    def test_figures_without_floors_and_floors_without_figures_are_faults(self):
        self.assertEqual(floors.faults({"P": 1}, {"F1": .9}),
                         ["F1: is no longer measured", "P: has no floor"])

    def test_better_figures_raise_floors(self):
        self.assertEqual(floors.raised({"F1": .95, "lines leaked": .05}, self.floors, False),
                         {"F1": .948, "lines leaked": .052})

    def test_worse_figures_leave_floors_as_they_are_unless_allowed(self):
        worse = {"F1": .85, "lines leaked": .2}
        self.assertEqual(floors.raised(worse, self.floors, False), self.floors)
        self.assertEqual(floors.raised(worse, self.floors, True), {"F1": .848, "lines leaked": .202})


class LabeledLines(unittest.TestCase):
    text = measures.plain("The council met on Monday, and nobody came.")
    appeal = "Please give what you can, every month."

    def counted(self, label, line, text, stripped):
        lines = measures.Lines()
        lines.count(label, line, text, [(given, measures.plain(block)) for given, block in stripped])
        return lines

    def test_a_prompt_in_the_text_has_leaked_and_has_no_label(self):
        lines = self.counted("appeal", self.appeal, measures.plain("He said. " + self.appeal), [])
        self.assertEqual((lines.leaked.hits, lines.labeled_right.hits), (1, 0))

    def test_a_stripped_prompt_is_right_under_its_label_alone(self):
        for given, right in (("appeal", 1), ("newsletter", 0)):
            lines = self.counted("appeal", self.appeal, self.text, [(given, self.appeal)])
            self.assertEqual((lines.leaked.hits, lines.labeled_right.hits), (0, right))

    def test_lost_content_is_not_kept(self):
        line = "The council met on Monday"
        self.assertEqual(self.counted("content", line, self.text, []).kept.hits, 1)
        self.assertEqual(self.counted("content", line, measures.plain("Nothing."), []).kept.hits, 0)


class Injected(unittest.TestCase):
    prompt, decoy = "Subscribe today and read on for nothing.", "The appeal was heard in Leeds on Friday."

    def page(self):
        line = {"style": "line", "place": "between", "classes": "none"}
        return injected.Page("a", "a", "One two three.", {"language": "en", "page_language": "en", "lines": [
            {**line, "text": self.prompt, "label": "newsletter"}, {**line, "text": self.decoy, "label": "content"}]})

    def figures(self, text):
        found = injected.figures([self.page()], {"a": text}, {"a": "One two three."})
        return found.leaked["all", ""].hits, found.kept["all", ""].hits, round(found.lost[0], 2)

    def test_the_right_text_has_no_leak_and_the_decoy(self):
        self.assertEqual(self.figures("One two. " + self.decoy + " Three."), (0, 1, 0))

    def test_a_leak_a_lost_decoy_and_a_lost_body_are_told_apart(self):
        self.assertEqual(self.figures("One two. " + self.prompt + " Three."), (1, 0, 0))
        self.assertEqual(self.figures("One two."), (0, 0, .2))


if __name__ == "__main__":
    unittest.main()
