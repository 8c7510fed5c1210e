"""Runs unit tests and reports their outcome."""

import io
import unittest


class PriceTests(unittest.TestCase):
    def test_right(self):
        self.assertEqual(1 + 1, 2)

    def test_wrong(self):
        self.assertAlmostEqual(0.1 + 0.2, 0.4)

    @unittest.skip("later")
    def test_later(self):
        self.fail()


def lambda_handler(event, context):
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(PriceTests)
    outcome = unittest.TextTestRunner(stream=io.StringIO()).run(suite)
    return {"failed": [test.id().rpartition(".")[2] for test, _ in outcome.failures], "skipped": len(outcome.skipped)}
