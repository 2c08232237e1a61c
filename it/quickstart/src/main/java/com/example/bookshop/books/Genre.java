package com.example.bookshop.books;

public enum Genre {
    NOVEL,
    POETRY,
    HISTORY,
    SCIENCE,
    CHILDREN
}
