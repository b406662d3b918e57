// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/journeys/textwalker.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDirIterator>
#include <QMetaProperty>
#include <QMimeData>
#include <QPointer>
#include <QSet>
#include <QtTest>

namespace likeness::tests
{

namespace
{

using Place = WalkedText::Place;
constexpr int lastRole = Qt::UserRole + 128; // beyond those that models here define

QString nameOf(const QObject *object)
{
    QStringList path;
    for (; object; object = object->parent())
        path.prepend(QLatin1String(object->metaObject()->className()) +
                     (object->objectName().isEmpty() ? QString() : u'#' + object->objectName()));
    return path.mid(std::max<qsizetype>(0, path.size() - 4)).join(u'/');
}

void add(QList<WalkedText> &texts, Place place, const QString &where, const QVariant &value)
{
    const QString text = value.typeId() == QMetaType::QStringList ? value.toStringList().join(u'\n')
                         : value.canConvert<QString>()            ? value.toString()
                                                                  : QString();
    if (!text.isEmpty())
        texts.append({place, where, text});
}

void addProperties(QList<WalkedText> &texts, const QObject *object)
{
    const QString name = nameOf(object);
    const QMetaObject *meta = object->metaObject();
    for (int i = 0; i < meta->propertyCount(); ++i)
        if (meta->property(i).isReadable())
            add(texts, Place::Property, name + u'.' + QLatin1String(meta->property(i).name()),
                meta->property(i).read(object));
    for (const QByteArray &dynamic : object->dynamicPropertyNames())
        add(texts, Place::Property, name + u'.' + QString::fromLatin1(dynamic),
            object->property(dynamic.constData()));
}

void addRows(QList<WalkedText> &texts, const QAbstractItemModel *model, const QModelIndex &parent)
{
    for (int row = 0; row < model->rowCount(parent); ++row)
        for (int column = 0; column < model->columnCount(parent); ++column) {
            const QModelIndex index = model->index(row, column, parent);
            for (int role = 0; role <= lastRole; ++role)
                add(texts, Place::Model,
                    QStringLiteral("%1[%2,%3]:%4").arg(nameOf(model)).arg(row).arg(column).arg(role),
                    index.data(role));
            if (model->hasChildren(index))
                addRows(texts, model, index);
        }
}

void addModel(QList<WalkedText> &texts, const QAbstractItemModel *model)
{
    for (const auto orientation : {Qt::Horizontal, Qt::Vertical}) {
        const int sections = orientation == Qt::Horizontal ? model->columnCount() : model->rowCount();
        for (int i = 0; i < sections; ++i)
            for (int role = 0; role <= Qt::UserRole; ++role)
                add(texts, Place::Model, nameOf(model) + QStringLiteral(" header"),
                    model->headerData(i, orientation, role));
    }
    addRows(texts, model, {});
}

void addAccessible(QList<WalkedText> &texts, QAccessibleInterface *node, const QString &path)
{
    if (!node || !node->isValid())
        return;
    const QString where = path + u'/' + node->text(QAccessible::Name).left(20);
    for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value,
                            QAccessible::Help, QAccessible::Accelerator})
        add(texts, Place::Accessibility, where, node->text(kind));
    if (auto *text = node->textInterface())
        add(texts, Place::Accessibility, where, text->text(0, text->characterCount()));
    if (auto *value = node->valueInterface())
        add(texts, Place::Accessibility, where, value->currentValue());
    for (int i = 0; i < node->childCount(); ++i)
        addAccessible(texts, node->child(i), where);
}

void addCopied(QList<WalkedText> &texts, QWidget *window)
{
    auto *clipboard = QGuiApplication::clipboard();
    QWidget *before = QApplication::focusWidget();
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !widget->isEnabled() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        clipboard->clear();
        widget->setFocus(Qt::OtherFocusReason);
        QTest::keyClick(widget, Qt::Key_C, Qt::ControlModifier);
        if (const auto *copied = clipboard->mimeData())
            for (const QString &format : copied->formats())
                add(texts, Place::Clipboard, nameOf(widget), QString::fromUtf8(copied->data(format)));
    }
    clipboard->clear();
    if (before)
        before->setFocus(Qt::OtherFocusReason);
}

} // namespace

QList<WalkedText> everyText(QWidget *window)
{
    QAccessible::setActive(true);
    QList<WalkedText> texts;
    QSet<const QAbstractItemModel *> models;
    for (QWidget *top : QApplication::topLevelWidgets()) {
        QList<QPointer<QObject>> objects{top};
        for (QObject *object : top->findChildren<QObject *>())
            objects << object;
        for (const auto &object : std::as_const(objects)) {
            if (!object)
                continue; // reading another one's properties let it go
            addProperties(texts, object);
            if (const auto *model = qobject_cast<const QAbstractItemModel *>(object.data()))
                models.insert(model);
            else if (const auto *view = qobject_cast<const QAbstractItemView *>(object.data()))
                models.insert(view->model());
            else if (const auto *combo = qobject_cast<const QComboBox *>(object.data()))
                models.insert(combo->model());
        }
        addAccessible(texts, QAccessible::queryAccessibleInterface(top), {});
    }
    models.remove(nullptr);
    for (const auto *model : std::as_const(models))
        addModel(texts, model);
    addCopied(texts, window);
    return texts;
}

QList<WalkedText> everyByte(const QString &path)
{
    QStringList files;
    if (QFileInfo(path).isFile())
        files << path;
    for (QDirIterator at(path, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
         at.hasNext();)
        files << at.next();
    QList<WalkedText> texts;
    for (const QString &name : std::as_const(files)) {
        QFile file(name);
        texts.append({Place::File, name, QFileInfo(name).fileName()});
        if (file.open(QIODevice::ReadOnly))
            texts.append({Place::File, name, QString::fromLatin1(file.readAll())});
    }
    return texts;
}

QList<WalkedText> tellingOf(const QList<WalkedText> &texts, const QString &secret)
{
    // A figure is none within another one: a layout may be 90.84375 wide, and that tells nothing of 0.843.
    const auto tells = [&secret](const QString &text) {
        const bool isFigure = !secret.isEmpty() && secret.front().isDigit();
        for (qsizetype at = text.indexOf(secret, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(secret, at + 1, Qt::CaseInsensitive))
            if (!isFigure || at == 0 || !text[at - 1].isDigit())
                return true;
        return false;
    };
    QList<WalkedText> found;
    for (const WalkedText &each : texts)
        if (tells(each.text))
            found.append(each);
    return found;
}

QString told(const QList<WalkedText> &texts, const QStringList &secrets)
{
    QStringList lines;
    for (const QString &secret : secrets)
        for (const WalkedText &each : tellingOf(texts, secret).mid(0, 8))
            lines << QStringLiteral("%1 in %2: %3").arg(secret, each.where, each.text.left(200));
    return lines.join(u'\n');
}

} // namespace likeness::tests
