package com.example.bookshop.reviews;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a reader says about a book. */
record ReviewData(
        @NotNull @Size(min = 1, max = 80) String reader,
        @NotNull @Min(1) @Max(10) Integer rating,
        @Size(max = 2000) String text) {}
