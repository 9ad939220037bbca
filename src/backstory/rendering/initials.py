"""The letter that a title stands under in a list.

Knows letters with and without accents. Must never know what is listed.
"""

import unicodedata


def initial(title: str) -> str:
    """Return the letter that a title stands under: its first, without accents; "#" for anything else."""
    for character in unicodedata.normalize("NFD", title):
        if character.isalpha():
            return character.upper()
    return "#"
