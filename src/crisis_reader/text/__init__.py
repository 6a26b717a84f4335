"""Plain text and positions in it: spans, folding, words, sentences, language, concepts, mentions.

The lowest room: it knows no articles and no outlets. Whatever folds or tokenises keeps offsets of
the text it was given.
"""

from crisis_reader.text.folding import Folded, fold, fold_word
from crisis_reader.text.language import function_words, guess_language
from crisis_reader.text.sentences import read_paragraphs, read_sentences
from crisis_reader.text.spans import Span, complement, merged, trimmed
from crisis_reader.text.words import Words, read_words, stem

__all__ = [
    "Folded",
    "Span",
    "Words",
    "complement",
    "fold",
    "fold_word",
    "function_words",
    "guess_language",
    "merged",
    "read_paragraphs",
    "read_sentences",
    "read_words",
    "stem",
    "trimmed",
]
