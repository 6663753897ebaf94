"""The strategy's text as a module: exactly the text that was judged."""

import sys
from types import ModuleType

from .failures import STRATEGY_FILE


def load_strategy(source: str) -> ModuleType:
    """Runs the text's top level. Raises what it raises, and SyntaxError."""
    module = ModuleType("strategy")
    module.__file__ = STRATEGY_FILE
    # Where dataclasses and others look for the module of a class.
    sys.modules["strategy"] = module
    code = compile(source, STRATEGY_FILE, "exec", dont_inherit=True)
    exec(code, module.__dict__)
    return module
