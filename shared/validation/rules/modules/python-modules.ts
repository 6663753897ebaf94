const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Modules of Python that reach the machine, other processes, the network, or the interpreter itself. */
export const blacklist = words(
  `os sys subprocess socket shutil ctypes _ctypes importlib pickle cPickle _pickle marshal multiprocessing
  _thread threading signal pty inspect gc builtins __builtin__ __builtins__ code codeop codecs cffi posix nt
  _posixsubprocess _io pathlib tempfile glob fileinput mmap fcntl select selectors resource termios tty pwd
  grp spwd crypt syslog msvcrt winreg _winapi runpy pkgutil zipimport imp site sysconfig sched shelve dbm
  sqlite3 copyreg dill cloudpickle joblib jsonpickle asyncio concurrent socketserver ssl http urllib urllib2
  urllib3 requests httpx aiohttp ftplib smtplib poplib imaplib nntplib telnetlib webbrowser xmlrpc wsgiref
  cgi cgitb paramiko fabric pexpect psutil boto3 telegram websocket websockets zmq redis pymongo psycopg2
  sqlalchemy ast dis symtable tokenize bdb pdb cProfile profile trace traceback tracemalloc faulthandler
  linecache ptyprocess distutils setuptools pip ensurepip venv zipfile tarfile gzip bz2 lzma atexit weakref
  readline rlcompleter cmd getpass platform types test _testcapi _xxsubinterpreters rpyc Pyro4 execnet
  __main__ bltns _pyio timeit pydoc unittest doctest py_compile compileall lib2to3 patsy _posixshmem
  mailbox logging.config logging.handlers _frozen_importlib _frozen_importlib_external _imp _signal _socket _multiprocessing`,
);

/** What the sandbox's Python has beside what a policy allows. */
export const allowed = words(
  `stratbox __future__ math cmath statistics datetime decimal fractions numbers random collections itertools
  functools operator typing typing_extensions dataclasses enum json re string copy bisect heapq zoneinfo abc
  time calendar textwrap array contextlib warnings numpy pandas scipy statsmodels numba orjson dateutil pytz
  _strptime`,
);

/** Members of allowed modules that share their name with a module and are none, or an honest one. */
const honest =
  /^(?:numpy:(?:select|trace|test|code)|scipy:signal|scipy:(?:\w+\.)*test|pandas:test|pandas:api\.types|statsmodels:(?:.*\.)?(?:code|test)|numba:types|datetime:time|dateutil:tz)$/;

/** Doors inside honest packages behind which compilers, C libraries or the machine stand. */
const doors =
  /^(?:numpy:(?:f2py|ctypeslib|distutils|testing|lib\.(?:format|npyio|utils)|ctypes|core|_core|compat|_pytesttester|setup)|pandas:(?:io\.(?:common|pickle|clipboard|sql|parquet|excel|html|s3|gbq|feather_format|pytables)|util\.testing|compat|_libs|core\.computation|testing)|scipy:(?:io|_lib|weave|misc|LowLevelCallable)|numba:(?:np\.ufunc|types\.logging|objmode|cuda|core|pycc|cffi_support|carray|farray|cfunc|extending|experimental|generated_jit|misc)|statsmodels:(?:datasets|tools\.web|iolib|compat)|orjson:sys)(?=\.|$)/;

/**
 * The module that a path inside an allowed one leads to: `statistics:sys`, `json:codecs`,
 * `random:_os`, `pandas:io.common.os`. Undefined where it leads nowhere.
 */
export function leakedModule(path: string): string | undefined {
  if (path === 'warnings:catch_warnings()._module') return 'warnings';
  if (makers.test(path)) return 'types';
  const end = path.indexOf(':');
  if (end < 0 || path.includes('()')) return undefined;
  const module = path.slice(0, end);
  if (blacklist.has(module) || path.length === end + 1 || honest.test(path)) return undefined;
  if (ownRooms.test(path)) return 'stratbox';
  const members = path.slice(end + 1).split('.');
  const last = members.at(-1) ?? '';
  if (blacklist.has(last) || blacklist.has(last.replace(/^_/, ''))) return last;
  const isPrivate = /^_(?!_)/.test(last) && allowed.has(module);
  return isPrivate || isDoorItself(path) ? last : undefined;
}

/** What makes functions out of code, kept by modules that use it. */
const makers = /^(?!types:)\w+:(?:\w+\.)*(?:FunctionType|CodeType|LambdaType)$/;

/** The rooms of our own package in which the whole run lies open. */
const ownRooms =
  /^stratbox:(?:(?:driver|engine|bars|market_frame|run|session|simulation|styles|target_weights|script_result|plots|rebalance|order_\w+)(?:\.|$)|(?:.*\.)?(?:current|open)_(?:run|session)$)/;

/** The door, not what is taken from behind it: one way counts once. */
const isDoorItself = (path: string): boolean => doors.exec(path)?.[0] === path;
