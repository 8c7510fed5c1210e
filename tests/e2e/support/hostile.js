/** Handlers that do what they can against the page, and what the page answers for each. */

export const TIMED_OUT = "Sandbox.Timedout";
const EXITED = "Runtime.ExitError";
const KILLED = "Runtime.OutOfMemory";

const LARGE = "Function.ResponseSizeTooLarge";

/** The body of a method that never returns. */
const ENDLESS = "        while True: pass";

/**
 * What a handler does, what comes of it (the type of the error, or the response), and what stands before the handler
 * or how the function is set up.
 * @type {Record<string, [body: string, expected: any, before?: string, settings?: object]>}
 */
export const HANDLERS = {
  "an endless loop": ["while True: pass", TIMED_OUT],
  "an endless loop that catches everything": [
    "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
    TIMED_OUT,
  ],
  "an endless sum": ["sum(itertools.count())", TIMED_OUT, "import itertools"],
  "an endless list": ["list(itertools.count())", KILLED, "import itertools", { Timeout: 30 }],
  "a regular expression that backtracks for ever": ['re.match(r"(a+)+$", "a" * 60 + "b")', TIMED_OUT, "import re"],
  "a power with a hundred million digits": ["return 10 ** 10 ** 8", [TIMED_OUT, KILLED, "MemoryError", "Runtime.MarshalError"]],
  "a repr of itself": ["repr(A())", "RecursionError", "class A:\n    def __repr__(self): return repr([self])"],
  "recursion through __getattr__": [
    "A().b",
    "RecursionError",
    "class A:\n    def __getattr__(self, name): return self.missing",
  ],
  "recursion through __del__": [
    "A()\nreturn 'deleted'",
    "deleted",
    "class A:\n    def __del__(self): A()",
  ],
  "recursion through a sort's key": ["f(0)", "RecursionError", "def f(n): return sorted([n, n], key=f)"],
  "recursion through json": [
    "json.dumps(A(), default=lambda value: [A()], check_circular=False)",
    "RecursionError",
    "import json\nclass A: pass",
  ],
  "recursion under a limit raised": [
    "sys.setrecursionlimit(10 ** 9)\nlambda_handler(event, context)",
    "RecursionError",
    "import sys",
    { Timeout: 10 },
  ],
  "json nested too deeply": ['json.loads("[" * 10 ** 6)', "RecursionError", "import json"],
  "an expression nested too deeply": ["eval('-' * 50000 + '1')", EXITED],
  "a comparison of deep lists": ["return deep() == deep()", "RecursionError", nested()],
  "a hash of deep tuples": ["x = ()\nfor _ in range(100000): x = (x,)\nhash(x)", "RecursionError"],
  "a response that contains itself": ["x = []\nx.append(x)\nreturn x", "Runtime.MarshalError"],
  "a deep structure that is dropped": ["deep()\nreturn 'dropped'", "dropped", nested()],
  "a flood of prints": ["while True: print('spam')", TIMED_OUT],
  "a flood of output without a line feed": ["while True: sys.stdout.write('spam')", TIMED_OUT, "import sys"],
  "a flood of logging": ["while True: logging.error('spam')", TIMED_OUT, "import logging"],
  "a file that fills /tmp": [
    "with open('/tmp/big', 'wb') as file:\n    while True: file.write(bytes(8 << 20))",
    "OSError",
    "",
    { Timeout: 10 },
  ],
  "ever more small files": [
    "for n in itertools.count():\n    with open(f'/tmp/{n}', 'w') as file: file.write('x')",
    TIMED_OUT,
    "import itertools",
  ],
  "directories in directories": [
    "path = '/tmp'\nwhile True:\n    path += '/d'\n    os.mkdir(path)",
    TIMED_OUT,
    "import os",
  ],
  "memory in one piece": ["return len(bytearray(10 ** 9))", "MemoryError"],
  "memory in small pieces": ["x = []\nwhile True: x.append([len(x)])", KILLED, "", { Timeout: 30 }],
  "memory in doubling strings": ["x = 'x'\nwhile True: x += x", ["MemoryError", KILLED]],
  "sys.exit": ["sys.exit(3)", EXITED, "import sys"],
  "os._exit": ["os._exit(4)", EXITED, "import os"],
  "os.abort": ["os.abort()", EXITED, "import os"],
  "KeyboardInterrupt": ["raise KeyboardInterrupt", EXITED],
  "SystemExit in a thread": [
    "thread = threading.Thread(target=sys.exit)\nthread.start()\nthread.join()\nreturn 'alive'",
    "alive",
    "import sys, threading",
  ],
  "a lock that nobody releases": ["lock = threading.Lock()\nlock.acquire()\nlock.acquire()", TIMED_OUT, "import threading"],
  "builtins deleted": [
    "import builtins\nfor name in list(vars(builtins)): delattr(builtins, name)\nraise ValueError",
    "NameError",
  ],
  "a broken standard output": ["sys.stdout = sys.stderr = None\nraise ValueError('no')", "ValueError", "import sys"],
  "a closed standard output": ["sys.stdout.close()\nraise ValueError('no')", "ValueError", "import sys"],
  "json replaced": [
    "json.dumps = json.loads = json.JSONEncoder = None\ntime.time = time.sleep = None\nreturn 'still'",
    "still",
    "import json, time",
  ],
  "the runtime replaced": ["import __main__\n__main__.runtime = __main__.marshal = None", EXITED],
  "a sleep of thirty years": ["time.sleep(10 ** 9)", TIMED_OUT, "import time"],
  "an endless asyncio loop": [
    "async def spin():\n    while True: await asyncio.sleep(0)\nasyncio.run(spin())",
    TIMED_OUT,
    "import asyncio",
  ],
  "garbage collection of nonsense": [
    "gc.set_threshold(1)\ngc.disable()\nfor _ in range(1000):\n    a = []\n    a.append(a)\n    gc.collect(0)\nreturn 'collected'",
    "collected",
    "import gc",
  ],
  "a response of a hundred megabytes": ["return 'x' * 10 ** 8", LARGE, "", { MemorySize: 1024, Timeout: 10 }],
  "an error that cannot be worded": ["raise A()", "A", "class A(Exception):\n    def __str__(self): raise ValueError('no words')"],
  "an error that is worded for ever": [
    "raise A()",
    TIMED_OUT,
    "class A(Exception):\n    def __str__(self):\n        while True: pass",
  ],
  "an error with an endless chain": [
    "e = ValueError('round')\ne.__cause__ = e\nraise e",
    "ValueError",
  ],
  "a trace function": [
    "def trace(*_):\n    while True: pass\nsys.settrace(trace)\nlen(str(1))\nf = lambda: 0\nf()\nreturn 'untraced'",
    TIMED_OUT,
    "import sys",
  ],
  "every descriptor closed": ["os.closerange(0, 100)\nraise ValueError('mute')", "ValueError", "import os"],
  "a print to a closed descriptor": ["os.close(1)\nprint('gone')", "OSError", "import os"],
  "a generator as response": ["return (n for n in range(3))", "Runtime.MarshalError"],
  "the handler imports itself": ["import lambda_function\nreturn lambda_function.lambda_handler('harmless', None)", "harmless"],
  "the handler calls itself": ["return lambda_handler(event, context)", "RecursionError"],
  "a package of its own deleted from sys.modules": ["sys.modules.clear()\nraise ValueError('bare')", "ValueError", "import sys"],
  "every module emptied": ["for module in list(sys.modules.values()): vars(module).clear()", EXITED, "import sys"],
  "an endless deque": ["collections.deque(itertools.count(), maxlen=5)", TIMED_OUT, "import collections, itertools"],
  "a comparison that never ends": ["sorted([A(), A()])", TIMED_OUT, `class A:\n    def __lt__(self, other):\n${ENDLESS}`],
  "a hash that never ends": ["{A(): 1}", TIMED_OUT, `class A:\n    def __hash__(self):\n${ENDLESS}`],
  "a deletion that never ends": ["A()", TIMED_OUT, `class A:\n    def __del__(self):\n${ENDLESS}`],
  "an exit that is worded for ever": ["raise SystemExit(A())", TIMED_OUT, `class A:\n    def __str__(self):\n${ENDLESS}`],
  "an error that exits while it is worded": [
    "raise A()",
    EXITED,
    "import sys\nclass A(Exception):\n    def __str__(self): sys.exit(5)",
  ],
  "an error in words that fail": [
    "raise A()",
    "A",
    "class Words(str):\n    def encode(self, *_): raise ValueError\n    __format__ = __add__ = encode\nclass A(Exception):\n    def __str__(self): return Words('no')",
  ],
  "an error of twenty megabytes": ["raise ValueError('x' * 20_000_000)", LARGE, "", { MemorySize: 512, Timeout: 10 }],
  "an error's name of seven megabytes": [
    "raise type('A' * 7_000_000, (Exception,), {})",
    LARGE,
    "",
    { MemorySize: 512, Timeout: 10 },
  ],
  "a finally that goes on": ["while True:\n    try:\n        return 1\n    finally:\n        continue", TIMED_OUT],
  "a thread that never ends": [
    "threading.Thread(target=spin, daemon=True).start()",
    TIMED_OUT,
    "import threading\ndef spin():\n    while True: pass",
  ],
  "threads that start threads": [
    "start()\nreturn 'started'",
    "started",
    "import threading\ndef start(): threading.Thread(target=start).start()",
  ],
  "a finder that never finds": [
    "sys.meta_path.insert(0, Finder())\nimport colorsys",
    TIMED_OUT,
    `import sys\nclass Finder:\n    def find_spec(self, *_):\n${ENDLESS}`,
  ],
  "garbage collection from its own callback": ["gc.callbacks.append(lambda *_: gc.collect())\ngc.collect()", TIMED_OUT, "import gc"],
  "callbacks of a loop without end": [
    "async def flood():\n    while True: asyncio.get_running_loop().call_soon(print)\nasyncio.run(flood())",
    [TIMED_OUT, KILLED],
    "import asyncio",
  ],
  "a task that is not to be cancelled": [
    "async def stay():\n    while True:\n        try: await asyncio.sleep(1)\n        except BaseException: pass\nasyncio.run(asyncio.wait_for(stay(), 0.1))",
    TIMED_OUT,
    "import asyncio",
  ],
  "a response without end": [
    "return A([1])",
    TIMED_OUT,
    `class A(list):\n    def __iter__(self):\n        while True: yield from ()`,
  ],
  "a response with keys without end": [
    "return A(key=1)",
    TIMED_OUT,
    "class A(dict):\n    def items(self):\n        while True: yield 'key', 1",
  ],
  "a text replaced by larger ones": ["('x' * 10 ** 6).replace('x', 'y' * 10 ** 6)", ["MemoryError", KILLED]],
  "a text padded to a thousand million": ["'{:>1000000000}'.format(1)", ["MemoryError", KILLED]],
  "zeros that were packed": [
    "return len(zlib.decompress(packed))",
    ["MemoryError", KILLED],
    "import zlib\npacker = zlib.compressobj()\npacked = b''.join([packer.compress(bytes(10 ** 6)) for _ in range(200)]) + packer.flush()",
  ],
  "a huge integer as text": [
    "sys.set_int_max_str_digits(0)\nreturn len(str(7 ** 2_000_000))",
    TIMED_OUT,
    "import sys",
  ],
  "XML nested too deeply": [
    "ElementTree.fromstring('<a>' * 100000 + '</a>' * 100000)",
    TIMED_OUT,
    "from xml.etree import ElementTree",
  ],
  "generators in generators": [
    "nested = iter(())\nfor _ in range(5000): nested = wrap(nested)\nnext(nested)",
    EXITED,
    "def wrap(inner): yield from inner",
  ],
  "source nested too deeply": ["eval('lambda: ' * 20000 + '1')", EXITED],
  "ever more open files": ["files = []\nwhile True: files.append(open('/tmp/one', 'w'))", "OSError", "", { MemorySize: 512, Timeout: 10 }],
  "its own process killed": ["os.kill(os.getpid(), 9)", EXITED, "import os"],
  "json's encoder replaced": [
    "json.JSONEncoder.encode = json.JSONEncoder.iterencode = json.JSONEncoder.default = None\nreturn 'still'",
    "still",
    "import json",
  ],
  "the runtime's own modules emptied": [
    "for name, module in list(sys.modules.items()):\n    if name.startswith('_lambda'): vars(module).clear()\nreturn 'still'",
    "still",
    "import sys",
  ],
};

/** Defines `deep`, which makes a list in a list and so on. */
function nested() {
  return "def deep():\n    x = []\n    for _ in range(100000): x = [x]\n    return x";
}
