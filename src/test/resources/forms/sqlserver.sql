-- @form CREATE OR ALTER of a view, a procedure and a trigger
CREATE TABLE dbo.Rooms (RoomId INT NOT NULL, Beds INT NULL);
GO
CREATE OR ALTER VIEW dbo.Beds AS SELECT Beds FROM dbo.Rooms;
GO
CREATE OR ALTER VIEW dbo.Beds AS SELECT RoomId, Beds FROM dbo.Rooms;
GO
CREATE OR ALTER PROC dbo.spRooms @Beds INT = 1 AS SELECT RoomId FROM dbo.Rooms WHERE Beds = @Beds;
GO
CREATE OR ALTER TRIGGER dbo.RoomsKept ON dbo.Rooms INSTEAD OF DELETE AS PRINT 'kept';
-- @is table rooms
-- @is   RoomId int not null
-- @is   Beds int
-- @is view beds (RoomId, Beds)
-- @is procedure sprooms (@Beds int default)
-- @is trigger roomskept on rooms instead of [delete]

-- @form a table type
CREATE TYPE dbo.Ids AS TABLE (Id INT NOT NULL PRIMARY KEY, Note NVARCHAR(20) NULL DEFAULT N'none');
CREATE TYPE dbo.Phone FROM VARCHAR(30) NOT NULL;
GO
CREATE TABLE dbo.Guests (Phone dbo.Phone);
-- @is table guests
-- @is   Phone phone not null
-- @is table ids [Id int not null, Note nvarchar(20)]
-- @is alias phone of varchar(30) not null

-- @form sp_rename of a table, a column, an index, a constraint and a type
CREATE TYPE dbo.Phone FROM VARCHAR(30) NULL;
GO
CREATE TABLE dbo.Rooms (RoomId INT NOT NULL CONSTRAINT PK_Rooms PRIMARY KEY, Beds INT NULL, Call dbo.Phone);
CREATE INDEX IX_Beds ON dbo.Rooms (Beds);
GO
EXEC sp_rename 'dbo.Rooms.Beds', 'Places', 'COLUMN';
EXEC sp_rename N'dbo.Rooms.IX_Beds', N'IX_Places', N'INDEX';
EXECUTE sys.sp_rename @objname = N'dbo.PK_Rooms', @newname = N'PK_Chambers', @objtype = 'OBJECT';
EXEC sp_rename 'dbo.Phone', 'Number', 'USERDATATYPE';
sp_rename 'dbo.Rooms', 'Chambers'
-- @is table chambers
-- @is   RoomId int not null
-- @is   Places int
-- @is   Call number
-- @is   primary key PK_Chambers [RoomId]
-- @is   index IX_Places [Places]
-- @is alias number of varchar(30)

-- @form sp_rename with two arguments and a name in three parts
CREATE TABLE dbo.Rooms (RoomId INT NOT NULL, Beds INT NULL);
GO
EXEC sp_rename '[dbo].[Rooms].[Beds]', 'Places';
-- @is table rooms
-- @is   RoomId int not null
-- @is   Places int

-- @form sp_rename with variables that hold constants
CREATE TABLE dbo.Rooms (RoomId INT NOT NULL, Beds INT NULL);
GO
DECLARE @what NVARCHAR(200) = N'dbo.Rooms.Beds', @name SYSNAME;
SET @name = 'Places';
EXEC sp_rename @what, @name, 'COLUMN';
-- @is table rooms
-- @is   RoomId int not null
-- @is   Places int

-- @form three renames that let two tables change places
CREATE TABLE dbo.Rooms (RoomId INT NOT NULL);
CREATE TABLE dbo.RoomsNew (RoomId BIGINT NOT NULL);
GO
EXEC sp_rename 'dbo.Rooms', 'RoomsOld';
EXEC sp_rename 'dbo.RoomsNew', 'Rooms';
EXEC sp_rename 'dbo.RoomsOld', 'RoomsNew';
-- @is table rooms
-- @is   RoomId bigint not null
-- @is table roomsnew
-- @is   RoomId int not null

-- @form ALTER SCHEMA TRANSFER
CREATE TABLE dbo.Rooms (RoomId INT NOT NULL);
GO
CREATE SCHEMA hotel;
GO
ALTER SCHEMA hotel TRANSFER OBJECT::dbo.Rooms;
-- @is schema hotel
-- @is table hotel.rooms
-- @is   RoomId int not null

-- @form synonyms
CREATE SYNONYM dbo.Rooms FOR Hotel.dbo.Rooms;
CREATE SYNONYM dbo.Beds FOR dbo.Furniture;
DROP SYNONYM IF EXISTS dbo.Rooms;
-- @is synonym beds of dbo.Furniture

-- @form a temporal table
CREATE TABLE dbo.Rooms (
    RoomId INT NOT NULL PRIMARY KEY,
    ValidFrom DATETIME2 GENERATED ALWAYS AS ROW START HIDDEN NOT NULL,
    ValidTo DATETIME2 GENERATED ALWAYS AS ROW END HIDDEN NOT NULL,
    PERIOD FOR SYSTEM_TIME (ValidFrom, ValidTo)
) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.RoomsHistory));
GO
ALTER TABLE dbo.Rooms SET (SYSTEM_VERSIONING = OFF);
ALTER TABLE dbo.Rooms DROP PERIOD FOR SYSTEM_TIME;
-- @is table rooms
-- @is   RoomId int not null
-- @is   ValidFrom datetime2(7) not null as row start invisible
-- @is   ValidTo datetime2(7) not null as row end invisible
-- @is   primary key null [RoomId]

-- @form computed and sparse columns
CREATE TABLE dbo.Rooms (Beds INT NOT NULL, Twice AS (Beds * 2) PERSISTED NOT NULL, Half AS Beds / 2, Note NVARCHAR(50) SPARSE NULL, Everything XML COLUMN_SET FOR ALL_SPARSE_COLUMNS);
ALTER TABLE dbo.Rooms ALTER COLUMN Note ADD SPARSE;
ALTER TABLE dbo.Rooms ADD Third AS (Beds / 3);
-- @is table rooms
-- @is   Beds int not null
-- @is   Twice unknown not null as beds * 2
-- @is   Half unknown as beds / 2
-- @is   Note nvarchar(50)
-- @is   Everything xml
-- @is   Third unknown as beds / 3

-- @form filegroups and how rows are stored
CREATE TABLE dbo.Rooms (RoomId INT NOT NULL, Photo VARBINARY(MAX) FILESTREAM NULL, Code UNIQUEIDENTIFIER ROWGUIDCOL NOT NULL UNIQUE,
    CONSTRAINT PK_Rooms PRIMARY KEY CLUSTERED (RoomId ASC) WITH (PAD_INDEX = OFF, FILLFACTOR = 80) ON [PRIMARY]
) ON [PRIMARY] TEXTIMAGE_ON [LOBS] FILESTREAM_ON [FILES] WITH (DATA_COMPRESSION = PAGE);
CREATE NONCLUSTERED INDEX IX_Code ON dbo.Rooms (Code) INCLUDE (RoomId) WITH (ONLINE = ON) ON [INDEXES];
ALTER TABLE dbo.Rooms REBUILD WITH (DATA_COMPRESSION = ROW);
-- @is table rooms
-- @is   RoomId int not null
-- @is   Photo varbinary(max)
-- @is   Code uniqueidentifier not null
-- @is   primary key PK_Rooms [RoomId]
-- @is   unique null [Code]
-- @is   index IX_Code [Code]

-- @form SELECT INTO
CREATE TABLE dbo.Rooms (RoomId INT IDENTITY(1,1) NOT NULL, Beds INT NOT NULL DEFAULT 1);
GO
SELECT RoomId, Beds, Beds * 2 AS Twice INTO dbo.RoomsCopy FROM dbo.Rooms;
-- @is table rooms
-- @is   RoomId int not null identity
-- @is   Beds int not null default 1
-- @is table roomscopy
-- @is   RoomId int not null identity
-- @is   Beds int not null
-- @is   Twice unknown

-- @form WITH CHECK and WITH NOCHECK
CREATE TABLE dbo.Houses (HouseId INT NOT NULL PRIMARY KEY);
CREATE TABLE dbo.Rooms (HouseId INT NOT NULL, Beds INT NOT NULL);
GO
ALTER TABLE dbo.Rooms WITH CHECK ADD CONSTRAINT FK_House FOREIGN KEY (HouseId) REFERENCES dbo.Houses (HouseId);
ALTER TABLE dbo.Rooms WITH NOCHECK ADD CONSTRAINT CK_Beds CHECK (Beds > 0);
ALTER TABLE dbo.Rooms NOCHECK CONSTRAINT FK_House;
ALTER TABLE dbo.Rooms NOCHECK CONSTRAINT CK_Beds;
ALTER TABLE dbo.Rooms WITH CHECK CHECK CONSTRAINT CK_Beds;
-- @is table houses
-- @is   HouseId int not null
-- @is   primary key null [HouseId]
-- @is table rooms
-- @is   HouseId int not null
-- @is   Beds int not null
-- @is   foreign key FK_House [HouseId] to houses [HouseId] not enforced
-- @is   check CK_Beds beds > 0 over [Beds]

-- @form named and unnamed defaults, and their drop
CREATE TABLE dbo.Rooms (Beds INT NOT NULL CONSTRAINT DF_Beds DEFAULT (1), Note NVARCHAR(10) NULL DEFAULT N'none', Seen DATETIME2 NULL);
GO
ALTER TABLE dbo.Rooms ADD CONSTRAINT DF_Seen DEFAULT (SYSUTCDATETIME()) FOR Seen WITH VALUES;
ALTER TABLE dbo.Rooms DROP CONSTRAINT DF_Beds;
-- @is table rooms
-- @is   Beds int not null
-- @is   Note nvarchar(10) default 'none'
-- @is   Seen datetime2(7) default sysutcdatetime() named DF_Seen

-- @form a default that is bound by sp_bindefault
CREATE TABLE dbo.Rooms (Beds INT NOT NULL, Note NVARCHAR(10) NULL);
GO
CREATE DEFAULT dbo.OneBed AS 1;
GO
EXEC sp_bindefault 'dbo.OneBed', 'dbo.Rooms.Beds';
EXEC sp_bindefault @defname = N'dbo.OneBed', @objname = N'dbo.Rooms.[Note]';
EXEC sp_unbindefault 'dbo.Rooms.Note';
-- @is table rooms
-- @is   Beds int not null default bound to dbo.onebed
-- @is   Note nvarchar(10)

-- @form TRY and CATCH
BEGIN TRY
    CREATE TABLE dbo.Rooms (RoomId INT NOT NULL);
    ALTER TABLE dbo.Rooms ADD Beds INT NULL;
END TRY
BEGIN CATCH
    THROW;
END CATCH;
-- @is table rooms
-- @is   RoomId int not null
-- @is   Beds int

-- @form transactions
BEGIN TRANSACTION;
CREATE TABLE dbo.Rooms (RoomId INT NOT NULL);
COMMIT TRANSACTION;
BEGIN TRAN;
DROP TABLE dbo.Rooms;
ROLLBACK;
-- @is table rooms
-- @is   RoomId int not null

-- @form variables of sqlcmd
:setvar table Rooms
CREATE TABLE dbo.$(table) (RoomId INT NOT NULL);
-- @is table rooms
-- @is   RoomId int not null

-- @form a file that sqlcmd includes is told of
CREATE TABLE dbo.Rooms (RoomId INT NOT NULL);
GO
:r more.sql
-- @is table rooms
-- @is   RoomId int not null
-- @is problem 1.sql:3:1 STATEMENT_NOT_UNDERSTOOD not understood: the statements of another file are not read where one script runs it; they have to stand in this script, or in one that the migration tool runs: ':r more.sql'

-- @form an external table
CREATE EXTERNAL TABLE dbo.Rooms (RoomId INT NOT NULL, Beds INT NULL) WITH (LOCATION = '/rooms/', DATA_SOURCE = Lake, FILE_FORMAT = Csv);
CREATE EXTERNAL TABLE dbo.Beds (BedId INT NOT NULL) WITH (LOCATION = '/beds/', DATA_SOURCE = Lake, FILE_FORMAT = Csv);
GO
DROP EXTERNAL TABLE dbo.Beds;
-- @is table rooms
-- @is   RoomId int not null
-- @is   Beds int

-- @form nodes, edges and what edges connect
CREATE TABLE dbo.Rooms (RoomId INT NOT NULL PRIMARY KEY) AS NODE;
CREATE TABLE dbo.Doors (Width INT NULL, CONSTRAINT EC_Doors CONNECTION (dbo.Rooms TO dbo.Rooms) ON DELETE CASCADE) AS EDGE;
GO
ALTER TABLE dbo.Doors DROP CONSTRAINT EC_Doors;
ALTER TABLE dbo.Doors ADD CONSTRAINT EC_Doors_2 CONNECTION (dbo.Rooms TO dbo.Rooms);
-- @is table doors
-- @is   Width int
-- @is   check EC_Doors_2 connection(rooms to rooms) over []
-- @is table rooms
-- @is   RoomId int not null
-- @is   primary key null [RoomId]

-- @form full-text indexes that get and lose columns
CREATE TABLE dbo.Rooms (RoomId INT NOT NULL CONSTRAINT PK_Rooms PRIMARY KEY, Note NVARCHAR(MAX) NULL, Story NVARCHAR(MAX) NULL, Title NVARCHAR(50) NULL);
GO
CREATE FULLTEXT INDEX ON dbo.Rooms (Note LANGUAGE 1033, Title) KEY INDEX PK_Rooms ON Words WITH CHANGE_TRACKING AUTO;
ALTER FULLTEXT INDEX ON dbo.Rooms ADD (Story LANGUAGE 1033) WITH NO POPULATION;
ALTER FULLTEXT INDEX ON dbo.Rooms DROP (Title);
ALTER FULLTEXT INDEX ON dbo.Rooms SET CHANGE_TRACKING MANUAL;
-- @is table rooms
-- @is   RoomId int not null
-- @is   Note nvarchar(max)
-- @is   Story nvarchar(max)
-- @is   Title nvarchar(50)
-- @is   primary key PK_Rooms [RoomId]
-- @is   index fulltext [Note, Story]

-- @form columns without NULL or NOT NULL, as the session has it
SET ANSI_NULL_DFLT_OFF ON;
GO
CREATE TABLE dbo.Rooms (RoomId INT, Beds INT NULL);
GO
SET ANSI_NULL_DFLT_ON ON;
GO
CREATE TABLE dbo.Houses (HouseId INT);
-- @is table houses
-- @is   HouseId int
-- @is table rooms
-- @is   RoomId int not null
-- @is   Beds int

-- @form a table that becomes a temporal one
CREATE TABLE dbo.Rooms (RoomId INT NOT NULL PRIMARY KEY);
IF COL_LENGTH('dbo.Rooms', 'ValidFrom') IS NULL
BEGIN
    ALTER TABLE dbo.Rooms ADD ValidFrom DATETIME2 GENERATED ALWAYS AS ROW START HIDDEN NOT NULL CONSTRAINT DF_From DEFAULT SYSUTCDATETIME(),
        ValidTo DATETIME2 GENERATED ALWAYS AS ROW END HIDDEN NOT NULL CONSTRAINT DF_To DEFAULT '9999-12-31',
        PERIOD FOR SYSTEM_TIME (ValidFrom, ValidTo)
END
ALTER TABLE dbo.Rooms SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.RoomsHistory))
-- @is table rooms
-- @is   RoomId int not null
-- @is   ValidFrom datetime2(7) not null default sysutcdatetime() named DF_From as row start invisible
-- @is   ValidTo datetime2(7) not null default '9999-12-31' named DF_To as row end invisible
-- @is   primary key null [RoomId]
