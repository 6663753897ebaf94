import { describe, expect, it } from 'vitest';
import { assess } from '../../index.ts';
import { loadPythonForTest } from '../../load-python.fixture.ts';

await loadPythonForTest();

const words = (text: string): string[] => text.split(/\s+/);
const found = (code: string): string[] =>
  assess(code, 'python').findings.map(({ ruleId }) => ruleId);

describe('modules that reach the machine', () => {
  const modules = words(
    `os sys subprocess socket shutil ctypes importlib pickle marshal multiprocessing threading signal pty
    inspect gc builtins code`,
  );
  const ways: readonly (readonly [string, (module: string) => string])[] = [
    ['imported', (module) => `import ${module}`],
    ['under another name', (module) => `import ${module} as m`],
    ['in part', (module) => `from ${module} import x`],
    ['whole', (module) => `from ${module} import *`],
    ['from within', (module) => `def f():\n    import ${module}.part`],
    ['by __import__', (module) => `m = __import__('${module}')`],
    ['through another', (module) => `import statistics\nm = statistics.${module}`],
    ['through another, from it', (module) => `from statistics import ${module} as m`],
  ];
  for (const [way, write] of ways) {
    it.each(modules)(`%s ${way}`, (module) => {
      const rules = found(write(module));
      expect(rules.some((id) => id === 'blacklisted-module' || id === 'leaked-module')).toBe(true);
    });
  }
});

describe('modules that a strategy may use', () => {
  it.each(
    words(
      `math statistics datetime decimal fractions random collections itertools functools operator typing
      dataclasses enum json re string copy bisect heapq zoneinfo numpy pandas scipy statsmodels numba orjson
      dateutil pytz stratbox`,
    ),
  )('%s', (module) => {
    for (const code of [
      `import ${module}`,
      `import ${module} as m`,
      `def f():\n    import ${module}`,
    ]) {
      expect(found(code)).toEqual([]);
    }
  });

  it.each([
    'from stratbox import Strategy, BaseStrategy, sma, ema, rsi, crosses_above, crosses_below',
    'from stratbox import data, sim, load, load_trades, load_balances, load_snapshots',
    'import stratbox as sb\n\nclass A(sb.Strategy):\n    def on_bar(self, bar):\n        self.buy(1)',
    'import numpy.linalg as la\nimport scipy.stats as st\nimport statsmodels.formula.api as smf',
    'from numpy.lib.stride_tricks import sliding_window_view',
    'from dateutil.relativedelta import relativedelta\nfrom dateutil import parser, rrule',
    'from collections.abc import Iterable, Mapping\nfrom numpy.typing import NDArray',
    'from pandas.tseries.offsets import BDay, MonthEnd\nfrom scipy.optimize import minimize',
    'from statsmodels.tsa.stattools import adfuller\nfrom numba import jit, njit, prange, vectorize',
    'import typing as t\nT = t.TypeVar("T")',
  ])('%j', (code) => {
    expect(found(code)).toEqual([]);
  });
});

describe('built-ins that lead out', () => {
  const builtins = words(
    'eval exec compile open __import__ input breakpoint globals locals vars exit quit help',
  );
  const dangers = ['dangerous-eval', 'dangerous-builtin', 'file-access', 'dynamic-import'];
  const ways: readonly (readonly [string, (name: string) => string])[] = [
    ['named', (name) => `x = ${name}`],
    ['in a list', (name) => `x = [print, ${name}]`],
    ['as a default', (name) => `def f(g=${name}):\n    return g`],
    ['as an argument', (name) => `x = sorted(['a'], key=${name})`],
    ['as a decorator', (name) => `@${name}\ndef f():\n    pass`],
    ['given back', (name) => `def f():\n    return ${name}`],
    ['in a member', (name) => `class A:\n    run = ${name}`],
    ['through __builtins__', (name) => `x = __builtins__.${name}`],
    ['by a key of __builtins__', (name) => `x = __builtins__['${name}']`],
    ['by getattr', (name) => `x = getattr(__builtins__, '${name}')`],
    ['from builtins', (name) => `from builtins import ${name} as f\nf('1')`],
    ['in a lambda', (name) => `f = lambda x: ${name}(x)`],
  ];
  for (const [way, write] of ways) {
    it.each(builtins)(`%s ${way}`, (name) => {
      const rules = found(write(name));
      expect(rules.some((id) => dangers.includes(id))).toBe(true);
    });
  }
});

describe('attributes that lead out', () => {
  const names = words(
    `__globals__ __dict__ __class__ __subclasses__ __mro__ __bases__ __base__ __code__ __closure__ __func__
    __self__ __builtins__ __reduce__ __getattribute__ __init_subclass__ __traceback__ gi_frame gi_code
    cr_frame ag_frame tb_frame tb_next f_back f_globals f_locals f_builtins co_consts`,
  );
  const ways: readonly (readonly [string, (name: string) => string])[] = [
    ['read', (name) => `def f(x):\n    return x.${name}`],
    ['called', (name) => `def f(x):\n    return x.${name}()`],
    ['written', (name) => `def f(x):\n    x.${name} = 1`],
    ['by getattr', (name) => `def f(x):\n    return getattr(x, '${name}')`],
    ['by setattr', (name) => `def f(x):\n    setattr(x, '${name}', 1)`],
    ['by attrgetter', (name) => `from operator import attrgetter\ng = attrgetter('a.${name}')`],
    ['by methodcaller', (name) => `import operator as o\ng = o.methodcaller('${name}')`],
    ['in a format', (name) => `def f(x):\n    return '{0.a.${name}}'.format(x)`],
    ['in a format by name', (name) => `def f(x):\n    return '{x.${name}}'.format(x=x)`],
    ['in a format_map', (name) => `def f(x):\n    return '{x[0].${name}}'.format_map(x)`],
    ['in an f-string', (name) => `def f(x):\n    return f'{x.${name}}'`],
    [
      'in a match',
      (name) => `def f(x):\n    match x:\n        case object(${name}=y):\n            return y`,
    ],
    ['handed to map', (name) => `def f(x):\n    return list(map(getattr, [x], ['${name}']))`],
    [
      'in pieces',
      (name) => `def f(x):\n    return getattr(x, '${name.slice(0, 3)}' + '${name.slice(3)}')`,
    ],
  ];
  for (const [way, write] of ways) {
    it.each(names)(`%s ${way}`, (name) => {
      expect(found(write(name))).toContain('dangerous-attribute');
    });
  }
});

describe('modules that honest packages leak', () => {
  it.each([
    ['import statistics', 'statistics.sys'],
    ['import json', 'json.codecs'],
    ['import pandas as pd', 'pd.io.common.os'],
    ['import numpy as np', 'np.f2py'],
    ['import numpy as np', 'np.ctypeslib'],
    ['import random', 'random._os'],
    ['import dataclasses', 'dataclasses.sys'],
    ['import typing', 'typing.sys'],
    ['import re', 're.copyreg'],
    ['import calendar', 'calendar.sys'],
    ['import contextlib', 'contextlib.os'],
    ['import functools', 'functools._thread'],
    ['import zoneinfo', 'zoneinfo._common'],
    ['import decimal', 'decimal.sys'],
  ])('%s: %s', (statement, path) => {
    const [owner = '', ...members] = path.split('.');
    const last = members.at(-1) ?? '';
    const before = [owner, ...members.slice(0, -1)].join('.');
    for (const way of [path, `getattr(${before}, '${last}')`, `vars(${before})['${last}']`]) {
      const rules = found(`${statement}\nx = ${way}`);
      expect(rules.some((id) => /^(?:leaked-module|dangerous-)/.test(id))).toBe(true);
    }
  });
});

describe('doors of pandas and numpy', () => {
  it.each(
    words(
      `pd.read_csv pd.read_pickle pd.read_sql pd.read_html pd.read_json pd.read_excel pd.read_parquet
      pd.ExcelWriter pd.HDFStore np.load np.save np.savez np.savetxt np.loadtxt np.genfromtxt np.memmap
      np.fromfile pd.eval pd.DataFrame.to_csv`,
    ),
  )('%s', (door) => {
    const code = `import numpy as np\nimport pandas as pd\n`;
    const rules = [found(`${code}x = ${door}('a')`), found(`${code}f = ${door}`)];
    for (const one of rules) {
      expect(one.some((id) => id === 'file-access' || id === 'frame-expression')).toBe(true);
    }
  });

  it.each(
    words(
      'to_csv to_pickle to_parquet to_excel to_hdf to_feather to_sql to_json to_html tofile dump',
    ),
  )('a frame that writes itself by %s', (name) => {
    const ways = [
      `def f(x):\n    x.${name}('/a')`,
      `def f(x):\n    write = x.${name}\n    write('/a')`,
      `def f(x):\n    getattr(x, '${name}')('/a')`,
      `import operator\ndef f(x):\n    operator.methodcaller('${name}', '/a')(x)`,
      `def f(x):\n    x.apply('${name}', path='/a')`,
    ];
    for (const way of ways) expect(found(way)).toContain('file-access');
  });
});
