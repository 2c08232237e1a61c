package com.example.bookshop.books;

/** The orders in which a search lists books. */
enum BookOrder {
    TITLE,
    PRICE,
    NEWEST,
    RATING
}
