package com.example.bookshop.authors;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** What the shop knows about an author. */
record AuthorDetails(
        @NotNull UUID id, @NotNull @Size(min = 1, max = 120) String name, String country, Integer born) {}
