package com.example.bookshop.books;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Everything the shop knows about a book. */
record BookDetails(
        @NotNull UUID id,
        @NotNull String title,
        @NotNull String isbn,
        @NotNull Genre genre,
        @NotNull BigDecimal price,
        @NotNull Integer publishedYear,
        UUID authorId,
        @NotNull Instant addedAt) {}
