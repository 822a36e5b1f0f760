"""The plugin: it adds the pages of ``policies/`` as virtual files and fills them in as they are written.

MkDocs empties the folder that it builds into. Before that, the plugin takes the project's lock and makes sure that the
folder is one that Yange made, or an empty one, also if MkDocs was called directly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import astuple, fields
from datetime import UTC, date, datetime
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from yange.cache.comparisons import MOST, KeptComparisons
from yange.cache.folder import cache_folder
from yange.cache.inputs import digest_of
from yange.cache.pages import KeptPages, stamp
from yange.cache.site_folder import SiteFolder
from yange.cache.store import Seal, Store
from yange.characters import command_free, printable, visible
from yange.mkdocs_plugin.build_folders import site_place
from yange.mkdocs_plugin.csp_hashes import style_hashes, theme_hashes
from yange.mkdocs_plugin.edition_files import published_editions
from yange.mkdocs_plugin.hand_written import place_pages
from yange.mkdocs_plugin.mkdocs_page import ReadyPage
from yange.mkdocs_plugin.page_frames import Shells
from yange.mkdocs_plugin.page_workers import SharedWork, made_in_processes, worth_it
from yange.mkdocs_plugin.theme import Theme
from yange.problems import Severity, YangeError
from yange.project import LoadedTexts, load_texts
from yange.publish import Asset, Page, all_pages, assets, public, site_context
from yange.publish.csp import guarded, header_files
from yange.publish.files.build_day import build_day
from yange.publish.files.sitemap import sitemap_files
from yange.publish.fingerprints import known_bases
from yange.publish.templates import CompiledTemplates
from yange.settings import FILE, Settings, setting_lines, settings_from
from yange.shipped import folders
from yange.storage.made_folders import MadeFolders
from yange.storage.state import ProjectState
from yange.storage.writing import at_work

__all__ = ["YangePlugin", "today"]

log = get_plugin_logger("yange")

_NOTE = "README.md"
"""What stands in a folder for those who keep a project, and is not published."""
_THEME_COMPILED = CompiledTemplates()


def today(settings: Settings) -> date:
    """Return the day for which statuses are shown: the one in the settings, else today in the site's zone."""
    return settings.today(datetime.now(UTC))


class Options(Config):  # type: ignore[no-untyped-call]
    """Our options in mkdocs.yml; :mod:`yange.settings` says what they mean, and what they may be."""

    zone = Optional(Type(object))
    languages = Optional(Type(object))
    on = Optional(Type(object))
    recent_days = Optional(Type(object))
    ahead_days = Optional(Type(object))
    stale_days = Optional(Type(object))
    publish_persons = Optional(Type(object))
    publish_originals = Optional(Type(object))
    word_files = Optional(Type(object))
    comparisons = Optional(Type(object))
    address = Optional(Type(object))
    authority = Optional(Type(object))
    repository = Optional(Type(object))
    branch = Optional(Type(object))
    forge = Optional(Type(object))


class YangePlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Adds the pages of ``policies/`` to a MkDocs site.

    ``given`` are the texts to build of; without them the plugin reads those of the project. ``ready`` says that the
    caller holds the project's lock and has made the folder that is built into. ``progress`` is called with what is
    written. ``jobs`` is how many processes make pages.
    """

    def __init__(self) -> None:
        self.jobs = 1
        self.given: LoadedTexts | None = None
        self.ready: ProjectState | None = None
        self.progress: Callable[[str, int, int], None] = lambda step, done, total: None
        self._held = ExitStack()

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Take our options; ``on`` is the name of one of them, which YAML 1.1 reads as the truth value."""
        named = {"on" if name is True else name: value for name, value in options.items()}  # type: ignore[comparison-overlap]
        return super().load_config(named, config_file_path)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read our settings; what is wrong with them stops the build with a message."""
        values = {field.name: self.config.get(field.name) for field in fields(Settings)}
        if values["address"] is None:
            values["address"] = config.site_url or None
        file = Path(config.config_file_path or FILE)
        try:
            self.settings = settings_from(values, str(file), setting_lines(file))
        except YangeError as failure:
            raise ConfigurationError(str(failure)) from failure
        self.root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        self.on = today(self.settings)
        for folder in folders(self.root, "site/overrides"):
            if str(folder) not in config.theme.dirs:
                config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(folder))
        self.site = SiteFolder(Path(config.site_dir))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Refuse a folder that is not ours to empty, and keep other writers out until the build is over."""
        if self.ready is not None:
            self._state = self.ready
            return
        try:
            self._state = self._held.enter_context(at_work(self.root, "build")).state
            made = MadeFolders(self._state)
            place = site_place(self._state, Path(config.site_dir), (config.docs_dir, config.theme.custom_dir))
            if not made.ours(place):
                place.mkdir(parents=True, exist_ok=True)
                made.claim(place)
        except (YangeError, OSError) as failure:
            raise PluginError(command_free(visible(str(failure)))) from failure

    def on_build_error(self, *, error: Exception) -> None:
        """Let other writers in."""
        self._held.close()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages as virtual files, and the assets that ship with them."""
        place_pages(files, config, self.settings.languages)
        try:
            texts = self.given or load_texts(self.root)
            problems = texts.problems
            library, timeline = public(texts.library, texts.timeline, self.settings)
            self._library, self._timeline = library, timeline
            self._seal = Seal(self._state.key())
            self._compared = KeptComparisons(Store(cache_folder(self._state, "compare"), self._seal, most=MOST))
            self.editions = published_editions(self.root)
            self._kept = self._kept_pages(config)
            templates = folders(self.root, "templates")
            self._context = site_context(
                library,
                timeline,
                self.settings,
                self.on,
                templates,
                self._compared,
                self.editions,
                project=self.root,
            )
            for page in all_pages(self._context):
                self._add(page, files, config)
        except YangeError as failure:
            raise PluginError(command_free(visible(str(failure)))) from failure
        for problem in problems:
            if problem.severity is Severity.ERROR:
                log.error("%s: %s; %s", problem.where, printable(problem.message), printable(problem.hint))
        for folder in reversed(folders(self.root, "site/assets")):
            _add_assets(folder, files, config)
        self._files = files
        return files

    def _add(self, page: Page, files: Files, config: MkDocsConfig) -> None:
        source = f"{page.address}index.md"
        if source in files.src_uris:
            log.warning("%s: a hand-written page stands where a generated one belongs; it is kept", printable(source))
            return
        inclusion = InclusionLevel.INCLUDED if page.address == "" else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, source, content="", inclusion=inclusion)
        files.append(file)
        ReadyPage(page, file, config)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let MkDocs render the pages in the nav itself: each has its own neighbours."""
        self._nav = nav
        for page in nav.pages:
            if isinstance(page, ReadyPage):
                page.shared = False
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme's templates what they ask, and take the pages that share shells out of MkDocs' hands.

        By now MkDocs knows them and what links to them. It would render each by itself, for nothing.
        """
        env.bytecode_cache = _THEME_COMPILED
        self._theme = Theme(self.settings, files, config.theme.name)
        env.globals["yange"] = self._theme
        self._hashes = theme_hashes(env, config, urlsplit(config.site_url or "/").path)
        self._styles = style_hashes(env)
        self._listed = [file.page for file in files.documentation_pages() if file.page is not None]
        self._ours = [page for page in self._listed if isinstance(page, ReadyPage) and page.shared]
        for page in self._ours:
            page.file.inclusion = InclusionLevel.EXCLUDED
        theirs = files.documentation_pages()

        def context(page: ReadyPage) -> TemplateContext:
            return get_context(self._nav, theirs, config, page)

        self._shells = Shells(env, config, files, self._theme, self._hashes, context)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Make the HTML of one of our pages that MkDocs renders, just before it is written."""
        if isinstance(page, ReadyPage):
            try:
                page.fill()
            except YangeError as failure:
                raise PluginError(command_free(visible(str(failure)))) from failure
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Put a page's security policy into its head; write each of our pages with the files beside it."""
        whole = self._guarded(output, page.url)
        if not isinstance(page, ReadyPage):
            return whole
        page.empty()
        try:
            self._write(_made(page, whole))
        except YangeError as failure:
            raise PluginError(command_free(visible(str(failure)))) from failure
        return ""

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Guard the pages that MkDocs makes of templates alone; the sitemap is ours, and empty ones are not written."""
        if template_name == "sitemap.xml":
            return ""
        return self._guarded(output_content, template_name) if template_name.endswith(".html") else output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write our pages, kept ones as they are, and what is not a page."""
        try:
            self._finish_pages()
            self._finish_assets()
            self._write(chain(header_files(self._hashes, self._styles), self._sitemap(), [build_day(self.on)]))
            self._kept.close()
            self._compared.close()
        except YangeError as failure:
            raise PluginError(command_free(visible(str(failure)))) from failure
        self._held.close()

    def _finish_pages(self) -> None:
        missing = [page for page in self._ours if not self._placed(page.ready)]
        self._done = len(self._ours) - len(missing)
        wanted: dict[str, list[ReadyPage]] = {}
        for page in missing:
            if page.ready.about is not None:
                wanted.setdefault(page.ready.about, []).append(page)
        others = [page for page in missing if page.ready.about is None]
        if worth_it(len(missing) - len(others), len(wanted), self.jobs):
            self._finish_in_processes(wanted, others)
        else:
            for page in missing:
                self._finish(page)
        self.progress("pages", len(self._ours), len(self._ours))

    def _finish_in_processes(self, wanted: Mapping[str, Sequence[ReadyPage]], others: Sequence[ReadyPage]) -> None:
        """Let workers make the pages of policies, and make the others while they begin."""
        addresses = {policy: [page.ready.address for page in found] for policy, found in wanted.items()}
        work = SharedWork(self.root, self._library, self.settings, self.on, known_bases(self._context), self._stamp)

        def meanwhile() -> None:
            for page in others:
                self._finish(page)

        for made in made_in_processes(work, addresses, self.jobs, meanwhile):
            self._compared.made += made.compared
            for page in wanted[made.policy]:
                bare, page.ready = page.ready, made.ready(page.ready)
                self._finish(page)
                page.ready = bare

    def _placed(self, ready: Page) -> bool:
        return ready.basis is not None and self._kept.place(ready.address, ready.basis, self.site)

    def _finish(self, page: ReadyPage) -> None:
        self.progress("pages", self._done, len(self._ours))
        self._done += 1
        ready, made = page.ready, _made(page, self._shells.html(page))
        if ready.basis is None:
            self._write(made)
        else:
            self._kept.write(ready.address, ready.basis, made, self.site)

    def _finish_assets(self) -> None:
        templates = folders(self.root, "templates")
        known = (self._library, self._timeline, self.settings, self.on, templates)
        bundles = assets(*known, self._recalled, self.root, self.editions)
        self.progress("search and data", 0, 1)
        for bundle in bundles:
            if not self._kept.place(bundle.name, bundle.basis, self.site):
                self._kept.write(bundle.name, bundle.basis, bundle.files(), self.site)
        self.progress("search and data", 1, 1)

    def _write(self, made: Iterable[Asset]) -> None:
        for asset in made:
            if asset.address:
                self.site.write(asset, digest_of(asset.content))

    def _recalled(self, page: str, file: str) -> bytes | None:
        found = self._files.src_uris.get(f"{page}index.md")
        if found is None or not isinstance(found.page, ReadyPage) or found.page.ready.basis is None:
            return None
        return self._kept.file(page, found.page.ready.basis, file)

    def _kept_pages(self, config: MkDocsConfig) -> KeptPages:
        told = [*folders(self.root, "templates"), *folders(self.root, "site")]
        files = [Path(config.config_file_path)] if config.config_file_path else []
        read = stamp(repr(astuple(self.settings)), repr(self.editions.all), told, files)
        self._stamp = read
        return KeptPages(Store(cache_folder(self._state, "pages"), self._seal), read)

    def _sitemap(self) -> Iterable[Asset]:
        address = self.settings.address
        if address is None:
            return ()
        theme = self._theme
        listed = []
        for page in self._listed:
            if theme.indexed(page):
                own = address + page.url.removeprefix("./")
                others = [(other["lang"], address + other["url"]) for other in theme.alternates(page)]
                listed.append((own, [(theme.html_language(page), own), *others] if others else []))
        return sitemap_files(listed, address)

    def _guarded(self, html: str, where: str) -> str:
        try:
            return guarded(html, self._hashes, where, self._styles)
        except YangeError as failure:
            raise PluginError(command_free(visible(str(failure)))) from failure


def _made(page: ReadyPage, whole: str) -> Iterator[Asset]:
    yield Asset(page.file.dest_uri, whole.encode("utf-8", "xmlcharrefreplace"))
    if page.ready.companions is not None:
        yield from page.ready.companions()


def _add_assets(folder: Path, files: Files, config: MkDocsConfig) -> None:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != _NOTE:
            source = f"assets/{path.relative_to(folder).as_posix()}"
            known = files.get_file_from_path(source)
            if known is not None:
                files.remove(known)
            files.append(File.generated(config, source, abs_src_path=str(path), inclusion=InclusionLevel.INCLUDED))
