package com.example.bookshop.books;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.UUID;

/** A book in a list. */
record BookSummary(
        @NotNull UUID id,
        @NotNull String title,
        @NotNull Genre genre,
        @NotNull BigDecimal price) {}
