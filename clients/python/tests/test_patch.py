"""Patches, without a server."""

import unittest

from menagerie_client import PatchMismatch, apply_patch


class PatchTest(unittest.TestCase):
    def test_adds_replaces_and_removes(self):
        before = {"a": [1, 2, 3], "b": {"c": "x"}, "gone": True, "m~/n": 1}
        patch = [
            {"op": "add", "path": "/a/1", "value": 9},
            {"op": "add", "path": "/a/-", "value": 4},
            {"op": "replace", "path": "/b/c", "value": "y"},
            {"op": "remove", "path": "/gone"},
            {"op": "remove", "path": "/a/0"},
            {"op": "replace", "path": "/m~0~1n", "value": 2},
        ]
        self.assertEqual(apply_patch(before, patch), {"a": [9, 2, 3, 4], "b": {"c": "y"}, "m~/n": 2})
        self.assertEqual(before, {"a": [1, 2, 3], "b": {"c": "x"}, "gone": True, "m~/n": 1})

    def test_replaces_the_whole_document(self):
        self.assertEqual(apply_patch({"a": 1}, [{"op": "replace", "path": "", "value": []}]), [])

    def test_what_does_not_fit_is_refused(self):
        for operation in [
            {"op": "replace", "path": "/missing", "value": 1},
            {"op": "remove", "path": "/a/5"},
            {"op": "add", "path": "/a/01", "value": 1},
            {"op": "add", "path": "/a/4", "value": 1},
            {"op": "add", "path": "nonsense", "value": 1},
            {"op": "replace", "path": "/a/0/deeper", "value": 1},
            {"op": "remove", "path": ""},
        ]:
            with self.subTest(operation), self.assertRaises(PatchMismatch):
                apply_patch({"a": [1, 2, 3]}, [operation])


if __name__ == "__main__":
    unittest.main()
