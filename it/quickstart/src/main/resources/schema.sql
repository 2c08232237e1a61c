create table author (
  id uuid primary key,
  name varchar(120) not null,
  country varchar(2),
  born integer
);

create table book (
  id uuid primary key,
  title varchar(200) not null,
  isbn varchar(13) not null unique,
  genre varchar(20) not null,
  price numeric(6, 2) not null,
  published_year integer not null,
  author_id uuid references author,
  -- came later: the books that were there before have none
  added_at timestamp with time zone
);

create table review (
  id uuid primary key,
  book_id uuid not null references book,
  reader varchar(80) not null,
  rating integer not null,
  text varchar(2000)
);

create table customer_order (
  id uuid primary key,
  status varchar(20) not null,
  customer varchar(120) not null,
  email varchar(254) not null,
  gift boolean not null,
  total numeric(12, 2) not null,
  placed_at timestamp with time zone not null
);

create table order_item (
  order_id uuid not null references customer_order,
  position integer not null,
  book_id uuid not null references book,
  quantity integer not null,
  primary key (order_id, position)
);
