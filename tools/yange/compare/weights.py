"""Every tuned number of the comparison, in one value, with the measurement behind each.

A number belongs here if another value gives another report on some pair of texts. Three sorts of numbers stay in
their modules: limits of work (how many pairs are looked at; ``stats["limited"]`` counts where one is met), lengths of
what is printed, and numbers that only change how fast the same answer is found.

The functions of the comparison read ``WEIGHTS`` when they are called. It is not an argument: nearly every function
would have to hand it on, and nobody compares two texts with numbers of their own. ``tests/compare/test_weights.py``
puts other numbers in its place: each has a case there whose report differs when the number is neutralised.

Where no other measurement is named, a comment says what the number did to a hard rewrite of a municipal rule that
people matched (47 edges; precision 1.000, recall .979, F1 .989 with the numbers below). ``bench_compare.py``,
``bench_revisions.py`` and ``hand_matched.py`` in ``tests/bench`` measure all of them together.
"""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["WEIGHTS", "Weights"]


@dataclass(frozen=True, slots=True)
class LikenessWeights:
    """Which grams find candidates (``match.similarity``)."""

    common: int = 20
    """A gram in more units than this finds no candidates, though it still weighs. With 20 instead of 48, ten revisions
    matched by hand give the same result a fifth faster; with 0 hardly any edge is found."""

    candidates: int = 6
    """How many candidates each unit keeps. Fewer change the suggestions for the rewrite, more change nothing."""

    private: int = 2
    """A gram in no more texts than this identifies one clause on each side. With 1 the rewrite loses three edges (F1
    .944), with 3 it gains a true and a false one (precision .979)."""


@dataclass(frozen=True, slots=True)
class PairWeights:
    """The primary pairs (``match.pairs``). Similarity is 0 to 1."""

    in_order: float = 0.22
    """Least similarity of a pair that keeps its position; with 0 the rewrite has two false edges (precision .957)."""

    moved: float = 0.30
    """Least similarity of a pair out of order. With 0 regulations of the European Union lose .011 to .021 of F1."""

    plain: float = 0.40
    """A pair that is less similar must share something that no other clause has. With 0 the English revision of the
    Brussels I regulation loses .015 of F1; above 1 the French one loses .007."""

    own: int = 2
    """How many grams of its own such a pair shares at least. If no number is enough, the revision of the insolvency
    regulation loses .011 of F1."""

    small_gap: int = 3
    """At most this many clauses between two sure pairs make position count as evidence for a weak pair."""

    alone: float = 0.18
    """Least similarity of two clauses that are alone between the same two sure pairs; with 0 two clauses that have
    nothing in common are one amended clause."""

    alone_own: float = 0.12
    """Least similarity of such clauses if they share ``alone_grams`` grams that hardly any other clause has."""

    alone_grams: int = 2
    """See ``alone_own``."""

    in_place: float = 0.12
    """Least part of either clause that the other contains, if they are the only two between the neighbours of both.

    In eleven recasts of European acts ten such pairs are in the tables, of which either clause contains 0.13 of the
    other or more; two that are not contain 0.06 at most."""

    among: float = 0.16
    """Least similarity of clauses among a few others in such a position, if no other there comes near; with 0 the
    rewrite has a false edge (precision .978)."""

    elsewhere: float = 1.7
    """Reject a weak pair if either side has a pair elsewhere that is so many times better."""

    catch_all: float = 0.60
    """Least similarity of a general reservation of criminal liability and a clause that makes one in passing."""

    family: float = 0.80
    """Of clauses made from one template only a pair at least so much alike is paired out of order. With 0 one of 456
    made-up revisions has a false edge more: a repealed clause and half of a clause that was split."""

    family_size: int = 3
    """How many pairs of about the same similarity make a family; with 0 the report of the rewrite differs, at the same
    F1."""

    bare: float = 0.08
    """Least similarity without the formulas of drafting. Every true primary pair matched by hand has at least one and a
    half times as much; with 0 two penalties in one form are one penalty."""

    margin: float = 0.85
    """A leftover pair must be nearly the best that either side could have had. With 0 clauses that changed places are
    paired crosswise."""


@dataclass(frozen=True, slots=True)
class SplitWeights:
    """Matches for runs of words that a primary pair leaves unexplained (``match.splits``). Lengths are key characters.

    ``mutual``, ``one_sided``, ``contained`` and ``share`` were fitted together on the hand-matched rewrite: with them
    and its other steps the alignment came to F1 .97 where the best one-to-one assignment had .86.
    """

    length: int = 12
    """A shorter run is not matched."""

    short: int = 8
    """A whole clause is matched down to this length."""

    mutual: float = 0.40
    """Least similarity of two runs each of which is the other's best."""

    one_sided: float = 0.50
    """Least similarity if only one is the other's best."""

    contained: float = 0.70
    """Least part of a run that its match contains, if they are less similar."""

    share: float = 0.15
    """Least part of either clause that the runs explain."""

    near: float = 0.70
    """From this similarity on, a clause contains a sentence."""

    crowd: int = 3
    """A run that is in so many clauses is a formula; with 0 every run is one."""

    distinct: int = 5
    """Two runs that share so many grams of their own match."""

    whole: int = 20
    """A sentence of this length that occurs once on each side, word for word, is one sentence."""

    seldom: int = 8
    """A run without any gram that is in so few clauses is a formula."""

    sentences: float = 0.25
    """Least similarity of the whole sentences: two sentences that say different things may contain the same list of
    bodies."""

    orphan: float = 0.60
    """Least similarity without grams of their own, if one of the two clauses has no partner."""

    settled: float = 0.90
    """Least similarity if both have one."""

    rival: float = 0.80
    """Reject a similarity-only match if another clause scores more than this part of its score."""

    @property
    def comes_near(self) -> float:
        """The similarity below which a sentence is neither a rival of a run nor counted as one of many similar ones."""
        return self.rival * self.orphan


@dataclass(frozen=True, slots=True)
class SecondLookWeights:
    """The pairs judged by several features together (``match.second_look``).

    ``signs`` and ``base`` are a logistic regression on ten revisions matched by hand (851 edges); held out, 23 of the
    26 pairs above 0.80 were true. ``tests/bench/hand_matched.py --fit`` fits them anew.
    """

    signs: tuple[float, ...] = (5.57, 1.79, 0.93, -5.64, 4.19, 5.75)
    """The weight of each of ``second_look.SIGNS``. Without the fourth the rewrite gains a true and a false edge
    (precision .979); without any other the report differs, at the same F1."""

    base: float = -10.58
    """The constant of the regression. A tenth less strict, the rewrite gains a true and a false edge; with 0 precision
    falls to .920."""

    enough: float = 0.74
    """Least probability of a pair: a false edge is worse than a missed one. With 0 precision falls to .920; with 0.80
    the rewrite loses a true edge (F1 .978)."""

    likelier: float = 0.50
    """Least probability of a suggested pair."""

    odds: float = 20.0
    """A pair is only suggested unless its odds are so many times those of its best rival."""

    rival_floor: float = 0.03
    """Added to the similarity of a rival, so that a pair without a rival is not infinitely better."""

    look: float = 0.02
    """Less similar pairs are not judged."""

    sure: float = 0.50
    """Least similarity of pairs that show which chapter became which."""

    scraps: int = 6
    """Shorter unexplained runs are not counted (key characters)."""

    length: int = 12
    """Shorter sentences are not a feature (key characters)."""

    traced: float = 0.40
    """Least similarity of the further sentences that a pair shares."""

    explains: float = 0.095
    """Least part of either clause that a pair explains and no partner explains; with 0 two long clauses are one for two
    phrases."""

    far: int = 2
    """A pair that crosses more of the pairs in order than this is far from its position; true ones crossed two."""

    explains_far: float = 0.30
    """Least part that such a pair explains. With ``explains`` instead 21 recasts of European acts in English and French
    have five more false edges and one more true."""

    @property
    def counts(self) -> float:
        """The odds below which a pair is neither asserted nor a rival."""
        return self.enough / (1 - self.enough) / self.odds


@dataclass(frozen=True, slots=True)
class LettersWeights:
    """The pairs of clauses in languages with spaces between words, except the primary ones (``match.second_look``).

    A logistic regression on 22 recasts of acts of the European Union in English and French against the correlation
    tables printed in them (1,062 edges, of which the primary pairs find 829 and the others compete with 1,400 false
    ones). Judged with the weights fitted on the other acts, 120 of the 147 pairs above .50 are in the tables:
    precision is .956 instead of .933, recall .894 instead of .885. Most of the others are passages that were reused
    although the tables do not list them.
    """

    signs: tuple[float, ...] = (0.82, 0.90, -0.95, -1.46, 2.33, -1.82)
    """The weight of each feature of ``Evidence.features``."""

    base: float = 6.18
    """The constant of the regression."""

    settled: float = 0.50
    """From this probability on, two clauses without a partner explain each other before the other pairs are weighed
    again. Without it (1.01) ten recasts lose 0.003 of their mean F1, and 0.006 of precision, at the same ``enough``."""

    enough: float = 0.40
    """Least probability of a pair. With .50 those recasts lose 0.008 of their mean F1 (.923); with .35 precision falls
    from .965 to .955."""

    likely: float = 0.90
    """From this probability on an edge is ``likely``: 51 of 59 were true, and 69 of 88 between .50 and this. (Of
    the primary pairs, 154 of 157 ``likely`` ones were true, and 79 of 86 to be checked.)"""

    likelier: float = 0.30
    """Least probability of a suggested pair: 30 of 59 pairs between it and .50 were true."""


@dataclass(frozen=True, slots=True)
class AlignmentWeights:
    """The alignment as a whole (``match.alignment``, ``.headings``, ``.placeholders``, ``.relatedness``)."""

    rounds: int = 2
    """How often citations are rewritten through the pairs found and the texts aligned again; a third time changes
    nothing in the 97 cases of the tests nor in the rewrite."""

    heading: float = 0.30
    """Least mean of the similarity of two headings and the share of their clauses that stayed together."""

    related_alike: float = 0.40
    """Least similarity of pairs that show that two texts are versions of one another; if no pair counts, only the equal
    clauses of the rewrite are matched (F1 .433)."""

    related_part: float = 0.08
    """Least part of the shorter text that they contain; the most thorough rewrites measured kept three times as
    much."""

    related_few: int = 3
    """Texts with no more clauses than this are too short to be judged."""

    same: float = 0.75
    """Least similarity of pairs between texts that are not related."""

    placed: float = 0.5
    """The similarity given to a clause and the placeholder of its number: sure, but not evidence for other pairs."""

    offered: float = 0.04
    """Less similar unmatched neighbours are not suggested."""

    offered_widest: int = 3
    """Most unmatched neighbours on either side that are suggested."""


@dataclass(frozen=True, slots=True)
class RunWeights:
    """Which words explain which (``text.spans``), and names (``text.compounds``). Lengths are key characters.

    With 0 for any of the first three the report of the rewrite differs, at the same F1: they change which words are
    marked.
    """

    run: int = 4
    """Shorter equal runs explain nothing, because single characters are equal by chance."""

    stretch: int = 12
    """Shorter stretches are not matched to a clause, and shorter gaps do not divide a stretch."""

    island: int = 6
    """An explained run this short between two unexplained ones does not divide them."""

    often: int = 3
    """Two words are one name if they occur together so often …"""

    cohesion: float = 0.4
    """… and in so large a part of the occurrences of the rarer one."""


@dataclass(frozen=True, slots=True)
class LostLabelWeights:
    """Labels and headings that a conversion lost (``text.lost_labels``)."""

    several: int = 2
    """A text without numbers lost them only if the other text has so many numbered clauses."""

    mostly: float = 0.5
    """Least part of the annex's pairs of characters that follow the last article, if its heading was lost."""


@dataclass(frozen=True, slots=True)
class BandWeights:
    """How sure an edge is, and when a clause was replaced (``compare``), by similarity.

    ``bench_compare.py`` and ``bench_revisions.py`` print how many edges of each band are right.
    """

    sure: float = 0.5
    sure_moved: float = 0.6
    likely: float = 0.33
    likely_part: float = 0.6
    """For a part of a clause that moved elsewhere."""

    replaced: float = 0.25
    """If less than this part of the shorter text stayed, the clause was replaced, not amended."""


@dataclass(frozen=True, slots=True)
class ReadingWeights:
    """What is marked within a clause (``diff``, ``edges``). Lengths are key characters.

    Over 95 changed articles nothing marked cut a word or an atom, at 1.17 times the fewest characters that must be
    marked; ``tests/compare/test_real_pairs.py`` holds the rewrite below 1.25, and below 1.10 of the fewest words.
    """

    scrap: int = 3
    """Longer equal runs stay visible as kept words."""

    scrap_words: float = 1.75
    """Of a language with blanks between words, the most that what stayed between two changes may say and be shown as
    changed (words; a word that only joins others counts ``joining``)."""

    scrap_beside_long: float = 2.5
    """The same between two changes that each say ``long_words`` or more.

    In 238 changed clauses of four recasts of the European Union, one or two words are kept alone between two such
    changes 5 times, with 1.75 8 times, and with 3.0 no less often."""

    counterpart_words: int = 3
    """So few words behind a phrase in commas may have taken the place of as few others without an equal one.

    In the same clauses 5 phrases in commas stay within a replacement, with 0 6 of them, and with 5 no fewer."""

    joining: float = 0.25
    """What an article, a preposition or a conjunction counts beside a word."""

    soup_words: float = 0.25
    """If less than this stayed between the first change of a sentence and the last of many, they are one change …"""

    long_words: float = 8.0
    """… where a change counts so many words at most."""

    item: float = 0.5
    """Two items or sentences of a clause are one, amended, if they share so much of their words (0 to 1)."""

    unlike: float = 0.2
    """Several items between two that stayed are old and new blocks if no two of them share so much (0 to 1)."""

    phrase: int = 6
    """A comma between two replaced runs of this length is not a kept word."""

    strong: int = 10
    """An equal run of this length is always kept."""

    soup: float = 0.22
    """If less than this stayed between many changes, they are one change …"""

    long: int = 30
    """… if so much changed."""

    alike: int = 4
    """Two sentences whose first so many characters are equal may be one sentence that was continued."""

    block: float = 0.20
    """If less than this part of the shorter text stayed, the two are shown as blocks."""


@dataclass(frozen=True, slots=True)
class ValueWeights:
    """Which value became which (``findings``): points, one for each equal character beside the two values."""

    reach: int = 12
    """How many key characters on either side identify the position of a value."""

    body: float = 4.0
    """Enough points for two bodies …"""

    modality: float = 3.0
    """… two words of duty …"""

    figure: float = 3.0
    """… and two figures."""

    verb: float = 2.0
    """Equal characters of whole words after two words of duty that show one rule; a letter counts half, *be* is 1."""

    subject: float = 1.5
    """The same before them …"""

    phrase: float = 0.5
    """… if so much of the phrase stayed."""

    whole_phrase: float = 0.65
    """Or so much of it without them."""

    rewritten: float = 0.30
    """If less than this part of a phrase stayed, two values are one change only next to the same words …"""

    beside: float = 1.5
    """… of so many characters on both sides together. A letter counts half."""

    same_key: float = 2.0
    """Points for two values in the same notation, or one of which became a bound of the other."""

    other_kind: float = -2.0
    """Points for values of two kinds."""

    anew: float = 0.25
    """If less than this part of a clause stayed …"""

    anew_more: float = 2.0
    """… so many more points are needed."""

    fine: int = 2
    """Most points for the words at the end of every fine, which say little about which became which."""

    same_place: float = 6.0
    """Points for the only two values of their kind, or for the same position in a short replacement."""

    together: float = 1.0
    """Points for values in one replacement."""

    throughout: int = 3
    """A replacement in so many clauses is a term that was replaced throughout."""


@dataclass(frozen=True, slots=True)
class LineWeights:
    """Which clauses are in one history through several texts (``history``)."""

    clause: float = 0.15
    """Least part of the followed words that a clause of the history contains."""

    check: float = 0.15
    """The same for checking a direct comparison against one step by step."""


@dataclass(frozen=True, slots=True)
class Weights:
    """All of them, by the part of the comparison that reads them."""

    likeness: LikenessWeights = field(default_factory=LikenessWeights)
    pairs: PairWeights = field(default_factory=PairWeights)
    splits: SplitWeights = field(default_factory=SplitWeights)
    second_look: SecondLookWeights = field(default_factory=SecondLookWeights)
    letters: LettersWeights = field(default_factory=LettersWeights)
    alignment: AlignmentWeights = field(default_factory=AlignmentWeights)
    runs: RunWeights = field(default_factory=RunWeights)
    lost_labels: LostLabelWeights = field(default_factory=LostLabelWeights)
    bands: BandWeights = field(default_factory=BandWeights)
    reading: ReadingWeights = field(default_factory=ReadingWeights)
    values: ValueWeights = field(default_factory=ValueWeights)
    lines: LineWeights = field(default_factory=LineWeights)


WEIGHTS = Weights()
"""The numbers in use."""
