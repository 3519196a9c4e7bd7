"""Whom a pronoun means, or a description that fits anybody: candidates and their features."""
