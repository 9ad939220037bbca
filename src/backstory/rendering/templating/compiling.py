"""Compiles Jinja templates to code that does the same with less work.

Two things that every page pays for hundreds of times are made cheap: a value that is printed is escaped without making
a `Markup` of it first, and a macro that depends on its arguments alone is remembered, so that the card of a story looks
the same from forty pages and is drawn once. Knows Jinja's compiler. Must never know what a template shows.
"""

import re
from collections.abc import Callable, Hashable, Iterator, MutableMapping
from types import CodeType
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.exceptions import UndefinedError
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from backstory.rendering.words import Words

SPECIAL = re.compile("[&<>\"']").search
ROOM = 1_000_000
"""How many characters of one macro's results are at hand."""
TRIAL = 400
"""After so many results of a macro of which fewer than half were asked for again, it is remembered no longer."""


def shown(value: object) -> str:
    """Return a value as HTML: as `markupsafe.escape` does, but a plain string stays one, ready to be joined."""
    if type(value) is str:
        return str(escape(value)) if SPECIAL(value) else value
    return value if type(value) is Markup else escape(value)


ELSEWHERE: tuple[type[nodes.Node], ...] = (nodes.Include, nodes.Import, nodes.FromImport, nodes.CallBlock)


class Remembered:
    """A macro that depends on its arguments alone. What can't be told apart by value is drawn anew."""

    __slots__ = ("_asked", "_found", "_macro", "_size", "_worth")

    def __init__(self, macro: Macro) -> None:
        self._macro = macro
        self._found: dict[Hashable, str] = {}
        self._size = self._asked = 0
        self._worth = True

    def __getattr__(self, name: str) -> Any:
        return getattr(self._macro, name)

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """Return what the macro makes of its arguments."""
        if not self._worth:
            return self._macro(*args, **kwargs)
        self._asked += 1
        key = (args, *map(type, args), *kwargs.items(), *map(type, kwargs.values()))  # 1 is True, and prints otherwise
        try:
            known = self._found.get(key)
        except (TypeError, UndefinedError):
            return self._macro(*args, **kwargs)
        if known is None:
            known = self._macro(*args, **kwargs)
            self._keep(key, known)
        return known

    def _keep(self, key: Hashable, made: str) -> None:
        self._size += len(made)
        if len(self._found) == TRIAL and self._asked < 1.5 * TRIAL:
            self._worth, self._size = False, ROOM + 1
        if self._size > ROOM:
            self._found.clear()
            self._size = len(made)
        if self._worth:
            self._found[key] = made


class LeanMacro(Macro):
    """A macro that is called with as many arguments as it has, and nothing else, without counting them out."""

    def drawn(self, scope: EvalContext, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
        """Return what the macro makes of its arguments, in a part of a template that escapes as `scope` says."""
        if kwargs or len(args) != self._argument_count or self.caller or self.catch_kwargs or self.catch_varargs:
            return self(scope, *args, **kwargs)
        made: str = self._func(*args)
        return str.__new__(Markup, made) if scope.autoescape else made


class LeanScope(Context):
    """Calls what templates call most without asking whether it wants to know where it is called."""

    def __init__(
        self,
        environment: Environment,
        parent: dict[str, Any],
        name: str | None,
        blocks: dict[str, Callable[[Context], Iterator[str]]],
        globals: MutableMapping[str, Any] | None = None,
    ) -> None:
        """Do what Jinja does, without a set of the names that all templates have: the names themselves do."""
        self.parent = parent
        self.vars = {}
        self.environment = environment
        self.eval_ctx = EvalContext(environment, name)
        self.exported_vars = set()
        self.name = name
        self.globals_keys = set() if globals is None else globals.keys()  # type: ignore[assignment]
        self.blocks = {each: [made] for each, made in blocks.items()}

    def call(self, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls."""
        kind = type(obj)
        if kind is not Remembered and kind is not Words and kind is not LeanMacro:
            return super().call(obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return obj.drawn(self.eval_ctx, args, kwargs) if kind is LeanMacro else obj(*args, **kwargs)


class _Generator(CodeGenerator):
    """Writes `shown` for `escape`, and has macros remembered that name nothing but arguments and other such macros."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        alone = _alone(node)
        self._alone = [each for each in node.body if isinstance(each, nodes.Macro) and each.name in alone]
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Write `a.b` as Python's own look-up, and Jinja's for what has no such attribute."""
        if self.environment.is_async:
            super().visit_Getattr(node, frame)
            return
        owner, found = self.temporary_identifier(), self.temporary_identifier()
        self.write(f"({found} if ({found} := getattr(({owner} := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr({owner}, {node.attr!r}))")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        alone = any(macro_ref.node is each for each in self._alone)
        if not alone or macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller:
            super().macro_def(macro_ref, frame)
            return
        self.write("remembered(")
        super().macro_def(macro_ref, frame)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("shown(")


def _alone(template: nodes.Template) -> frozenset[str]:
    """Return the names of a template's macros that depend on their arguments alone."""
    macros = {each.name: _needs(each) for each in template.body if isinstance(each, nodes.Macro)}
    given = _imported(template)
    alone = set(macros)
    while True:
        fitting = {name for name in alone if macros[name] <= given | alone}
        if fitting == alone:
            return frozenset(alone)
        alone = fitting


def _imported(template: nodes.Template) -> set[str]:
    """Return the names that a template imports without its context: modules and macros, the same at every time."""
    found: set[str] = set()
    for each in template.body:
        if isinstance(each, nodes.Import) and not each.with_context:
            found.add(each.target)
        if isinstance(each, nodes.FromImport) and not each.with_context:
            found.update(name if isinstance(name, str) else name[1] for name in each.names)
    return found


def _needs(macro: nodes.Macro) -> set[str]:
    """Return the names that a macro needs besides its arguments. What it includes may need anything: the name ""."""
    names = list(macro.find_all(nodes.Name))
    stored = {each.name for each in names if each.ctx in ("store", "param")}
    needed = {each.name for each in names if each.ctx == "load"} - stored
    return needed | {""} if any(macro.find(kind) for kind in ELSEWHERE) else needed


class _Template(Template):
    """A template whose code finds `shown` and `remembered`."""

    @classmethod
    def from_code(cls, environment: Environment, code: CodeType, globals: Any, uptodate: Any = None) -> Template:
        """Make a template of compiled code."""
        names = {"environment": environment, "__file__": code.co_filename, "shown": shown, "remembered": Remembered}
        exec(code, names)  # as Jinja does
        names["Macro"] = LeanMacro  # its functions look for it when they are called
        return cls._from_namespace(environment, names, dict(globals))


class LeanEnvironment(Environment):
    """Jinja's environment for pages: strict about what is not there, and escaping everything that is not `Markup`."""

    code_generator_class = _Generator
    context_class = LeanScope
    template_class = _Template

    def __init__(self, **options: Any) -> None:
        super().__init__(
            autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, cache_size=-1, **options
        )
