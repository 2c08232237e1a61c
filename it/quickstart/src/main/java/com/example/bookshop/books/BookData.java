package com.example.bookshop.books;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;

/** What is said about a book when it is added or changed. */
record BookData(
        @NotNull @Size(min = 1, max = 200) String title,
        @NotNull @Pattern(regexp = "^97[89][0-9]{10}$") String isbn,
        @NotNull Genre genre,
        @NotNull @DecimalMin("0") @DecimalMax("9999.99") BigDecimal price,
        @NotNull @Min(1450) @Max(2100) Integer publishedYear,
        UUID authorId) {}
