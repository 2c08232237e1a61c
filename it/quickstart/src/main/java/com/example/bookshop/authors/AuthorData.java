package com.example.bookshop.authors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What is said about an author when one is added. */
record AuthorData(
        @NotNull @Size(min = 1, max = 120) String name,
        @Pattern(regexp = "^[A-Z]{2}$") String country,
        @Min(-1000) @Max(2100) Integer born) {}
